/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/form/care-label.h"

#include "base/care-bidi.h"

/* No line needs to be narrower than this. */
#define LEAST_LETTERS 12

/**
 * care_label_new:
 * @text: (nullable): the words
 * @css_class: (nullable): how they look
 *
 * A label that wraps between words, and inside one that is too long for its
 * line. Asked how narrow it can be, a bare #GtkLabel tries to break behind each
 * letter, and each break shapes the rest of the text anew: most of the time in
 * which a page came up went there.
 *
 * Returns: (transfer floating): a #GtkLabel
 */
GtkWidget *
care_label_new (const char *text,
                const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  care_label_set_text (label, text);

  return label;
}

/**
 * care_label_set_text:
 * @label: a label made by care_label_new()
 * @text: (nullable): the words
 *
 * No control in it turns letters around (care_bidi_dup_neutral()): what is drawn
 * here may be anybody's.
 */
void
care_label_set_text (GtkWidget  *label,
                     const char *text)
{
  g_autofree char *neutral = NULL;

  g_return_if_fail (GTK_IS_LABEL (label));

  neutral = care_bidi_dup_neutral (text != NULL ? text : "");
  gtk_label_set_text (GTK_LABEL (label), neutral);
  gtk_label_set_width_chars (GTK_LABEL (label), (int) MIN (g_utf8_strlen (text != NULL ? text : "", -1), LEAST_LETTERS));
}
