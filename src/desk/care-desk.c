/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/care-desk-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "course/care-clinic-info.h"
#include "desk/care-desk-errors.h"

enum
{
  PROP_0,
  PROP_BUSY,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

enum
{
  TROUBLE,
  PRINT_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CareDesk, care_desk, G_TYPE_OBJECT)

/**
 * care_desk_dup_language:
 *
 * The language in which the window's words come out, which is not always the first one that was asked for: dates, the
 * protocol's words and the clinic's answers follow it, so that no page speaks two languages.
 *
 * Returns: (transfer full): a BCP 47 tag, with the country where the user has said one ("es-MX")
 */
char *
care_desk_dup_language (void)
{
  const char *const *names = g_get_language_names ();
  /* TRANSLATORS: the BCP 47 tag of your translation: "es", "fr", "pt-BR". */
  const char *spoken = C_ ("language tag", "en");

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *tag = g_strdup (names[i]);

      tag[strcspn (tag, ".@")] = '\0';
      g_strdelimit (tag, "_", '-');
      if (g_str_has_prefix (tag, spoken) && (tag[strlen (spoken)] == '\0' || tag[strlen (spoken)] == '-'))
        return g_steal_pointer (&tag);
    }
  return g_strdup (spoken);
}

static void
care_desk_get_property (GObject    *object,
                        guint       id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  CareDesk *self = CARE_DESK (object);

  switch (id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, care_desk_is_busy (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
care_desk_finalize (GObject *object)
{
  CareDesk *self = CARE_DESK (object);

  g_clear_pointer (&self->print_jobs, g_hash_table_unref);
  g_clear_object (&self->printers);
  g_clear_object (&self->clinic);
  g_clear_object (&self->link);
  g_clear_object (&self->format);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->keys, care_seal_keys_unref);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->data_dir, g_free);
  g_clear_pointer (&self->notice, g_free);
  g_clear_object (&self->words);
  G_OBJECT_CLASS (care_desk_parent_class)->finalize (object);
}

static void
care_desk_class_init (CareDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = care_desk_get_property;
  object_class->finalize = care_desk_finalize;
  props[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[TROUBLE] = g_signal_new ("trouble", CARE_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[PRINT_CHANGED] = g_signal_new ("print-changed", CARE_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                         CARE_TYPE_PRINT_JOB);
}

static void
care_desk_init (CareDesk *self)
{
  self->language = care_desk_dup_language ();
  self->print_jobs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->printers = care_known_printers_new ();
}

/**
 * care_desk_new:
 * @clinic: the use-cases
 * @link: the wire to the keeper
 * @settings: the desk's settings
 * @keys: the store's key pair
 * @data_dir: the folder with forms and words
 *
 * Returns: (transfer full): what the pages work with
 */
CareDesk *
care_desk_new (CareClinic   *clinic,
               CareDeskLink *link,
               GSettings    *settings,
               CareSealKeys *keys,
               const char   *data_dir)
{
  g_return_val_if_fail (CARE_IS_CLINIC (clinic), NULL);
  g_return_val_if_fail (CARE_IS_DESK_LINK (link), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (keys != NULL, NULL);
  g_return_val_if_fail (data_dir != NULL, NULL);

  CareDesk *self = g_object_new (CARE_TYPE_DESK, NULL);

  self->clinic = g_object_ref (clinic);
  self->link = g_object_ref (link);
  self->settings = g_object_ref (settings);
  self->keys = care_seal_keys_ref (keys);
  self->data_dir = g_strdup (data_dir);
  self->format = care_writing_new_format (care_clinic_info_get_writing (care_clinic_get_info (clinic)), self->language,
                                          care_clinic_get_zone (clinic));
  return self;
}

/** Returns: (transfer none): the use-cases */
CareClinic *
care_desk_get_clinic (CareDesk *self)
{
  g_return_val_if_fail (CARE_IS_DESK (self), NULL);

  return self->clinic;
}

/** Returns: (transfer none): the wire to the keeper */
CareDeskLink *
care_desk_get_link (CareDesk *self)
{
  g_return_val_if_fail (CARE_IS_DESK (self), NULL);

  return self->link;
}

/** Returns: (transfer none): dates and times in the desk's language and the clinic's zone */
CareFormat *
care_desk_get_format (CareDesk *self)
{
  g_return_val_if_fail (CARE_IS_DESK (self), NULL);

  return self->format;
}

/** Returns: (transfer none): the desk's settings */
GSettings *
care_desk_get_settings (CareDesk *self)
{
  g_return_val_if_fail (CARE_IS_DESK (self), NULL);

  return self->settings;
}

/** Returns: (transfer none): the store's key pair */
CareSealKeys *
care_desk_get_keys (CareDesk *self)
{
  g_return_val_if_fail (CARE_IS_DESK (self), NULL);

  return self->keys;
}

/** Returns: (transfer none): the desk's language, a BCP 47 tag */
const char *
care_desk_get_language (CareDesk *self)
{
  g_return_val_if_fail (CARE_IS_DESK (self), NULL);

  return self->language;
}

/** Returns: (transfer none): the folder with forms and words */
const char *
care_desk_get_data_dir (CareDesk *self)
{
  g_return_val_if_fail (CARE_IS_DESK (self), NULL);

  return self->data_dir;
}

/**
 * care_desk_add_notice:
 * @self: a desk
 * @notice: a sentence in the desk's language
 *
 * Adds a line to what the window says all the time.
 */
void
care_desk_add_notice (CareDesk   *self,
                      const char *notice)
{
  g_return_if_fail (CARE_IS_DESK (self));
  g_return_if_fail (notice != NULL);

  char *all = self->notice != NULL ? g_strconcat (self->notice, "\n", notice, NULL) : g_strdup (notice);

  g_free (self->notice);
  self->notice = all;
}

/** Returns: (transfer none) (nullable): what the window says all the time */
const char *
care_desk_get_notice (CareDesk *self)
{
  g_return_val_if_fail (CARE_IS_DESK (self), NULL);

  return self->notice;
}

/**
 * care_desk_dup_form_context:
 * @self: a desk
 * @language: the language of the questions
 * @error: return location for a #CareError
 *
 * Returns: (transfer full) (nullable): how forms speak at the desk; NULL when
 *   the words cannot be read
 */
CareFormContext *
care_desk_dup_form_context (CareDesk    *self,
                            const char  *language,
                            GError     **error)
{
  g_return_val_if_fail (CARE_IS_DESK (self), NULL);
  g_return_val_if_fail (language != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (self->words == NULL)
    {
      g_autofree char *path = g_build_filename (self->data_dir, "words", "patient.json", NULL);

      self->words = care_words_load (path, error);
      if (self->words == NULL)
        return NULL;
    }
  return care_form_context_new (self->words, language, CARE_FORM_DENSITY_DESK, care_clinic_get_clock (self->clinic),
                                care_clinic_get_zone (self->clinic),
                                care_clinic_info_get_writing (care_clinic_get_info (self->clinic)));
}

/** Returns: what time it is by the clinic's clock, in whole seconds */
CareInstant
care_desk_now (CareDesk *self)
{
  g_return_val_if_fail (CARE_IS_DESK (self), CARE_INSTANT_NONE);

  CareInstant now = care_clock_now (care_clinic_get_clock (self->clinic));

  /* Records keep whole seconds: half a second from now would be the future to them. */
  return now - now % CARE_SECOND;
}

/** Returns: (transfer none): the clinic's time zone */
GTimeZone *
care_desk_get_zone (CareDesk *self)
{
  g_return_val_if_fail (CARE_IS_DESK (self), NULL);

  return care_clinic_get_zone (self->clinic);
}

/**
 * care_desk_hold:
 * @self: a desk
 *
 * A save or a print job begins. Ends with care_desk_release().
 */
void
care_desk_hold (CareDesk *self)
{
  g_return_if_fail (CARE_IS_DESK (self));

  if (self->holds++ == 0)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
}

/** What care_desk_hold() began is over. */
void
care_desk_release (CareDesk *self)
{
  g_return_if_fail (CARE_IS_DESK (self));
  g_return_if_fail (self->holds > 0);

  if (--self->holds == 0)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
}

/** Returns: whether something is being saved or printed */
gboolean
care_desk_is_busy (CareDesk *self)
{
  g_return_val_if_fail (CARE_IS_DESK (self), FALSE);

  return self->holds > 0;
}

/**
 * care_desk_say_trouble:
 * @self: a desk
 * @error: what went wrong
 *
 * Says it in the window, whatever page it shows by now.
 */
void
care_desk_say_trouble (CareDesk     *self,
                       const GError *error)
{
  g_autofree char *words = NULL;

  g_return_if_fail (CARE_IS_DESK (self));
  g_return_if_fail (error != NULL);

  words = care_desk_errors_dup_words (error);
  g_signal_emit (self, signals[TROUBLE], 0, words);
}
