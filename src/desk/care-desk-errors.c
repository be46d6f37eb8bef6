/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/care-desk-errors.h"

#include <glib/gi18n.h>
#include <string.h>

#include "clinic/care-clinic-types.h"
#include "desk/care-desk-words.h"

#define MOST_PARTS 4

/* As the floors below say it, with {1}, {2} … where they put something in; tests/po holds each against their sources.
 * A translation may leave a part out or turn the order round. */
static const char *const SAID[] = {
  /* who is at the desk */
  N_("PIN: not the right one"),
  N_("PIN: wrong too often; it may be tried again at {1}"),
  N_("PIN: nothing typed"),
  N_("staff: no such person, or no PIN set yet"),
  N_("nobody is signed in: sign in first"),
  N_("{1}: only a clinician may sign this"),
  /* registering and booking */
  N_("name: is missing"),
  N_("phone: is missing or has fewer than three digits"),
  N_("birth date: is no date; write year, month and day, as in 1980-05-17"),
  N_("birth date: lies in the future"),
  N_("birth date: is too long ago; check the year"),
  N_("birth date: under {1} years; this clinic treats nobody under {2}"),
  N_("birth date: is not on record; ask for it first"),
  N_("time: lies in the past"),
  N_("time: the clinic is closed then, or closes before the end"),
  N_("time: this patient has another visit then"),
  N_("time: every room is taken then"),
  N_("time: too early: not before {1} ({2})"),
  N_("the test's wait"),
  N_("the product's gap, or the test's wait"),
  N_("sessions: must be 1 to {1}"),
  /* the visit */
  N_("visit: its time has not come yet; move it instead"),
  N_("visit: something else has happened since; that cannot be taken back any more"),
  N_("visit: not ready any more: {1}"),
  N_("do not treat today"),
  N_("a clinician must decide"),
  N_("visit: product and batch have to be chosen first"),
  N_("visit: {1} cannot be done while it is \"{2}\""),
  N_("visit: there is nothing for the patient to answer"),
  N_("visit: no device was handed over"),
  N_("answers: this form was not answered at this visit"),
  N_("reading: there is no test to read"),
  N_("reading: too early; at least {1} hours after the test"),
  N_("The end lies in the future. Check the time."),
  N_("The end lies before the beginning. Check the time."),
  N_("The time the cream was put on lies in the future. Check it."),
  N_("The time the cream was taken off lies in the future. Check it."),
  N_("The cream was taken off before it was put on. Check both times."),
  N_("The first injection lies in the future. Check the time."),
  N_("The last injection lies in the future. Check the time."),
  N_("The last injection lies before the first one. Check both times."),
  N_("The test's second injection lies in the future. Check the time."),
  N_("The test's second injection lies before the visit began. Check the time."),
  N_("The first reading lies in the future. Check the time."),
  N_("The first reading lies before the test. Check both times."),
  N_("The reading lies in the future. Check the time."),
  N_("{1} happens twice, as the clocks go back: it is either {2} or {3}"),
  N_("{1} does not exist, as the clocks go forward: take {2} or {3}"),
  N_("watch: it is not over yet; say why it ends now"),
  N_("record: \"anything new since you answered?\" was not asked; ask it, then sign"),
  N_("record: press \"finished now\" first"),
  N_("task: is not closed"),
  N_("reason: is missing"),
  N_("reason: choose one of the clinic's list"),
  N_("finding: is not on this page any more; look again"),
  N_("finding: is not decided in one tap; choose a reason and sign"),
  N_("finding \"{1}\": nobody may decide it; only a changed fact clears it"),
  N_("what happened: choose a sign, or write what the patient says"),
  N_("when: lies in the future"),
  /* product and consent */
  N_("product: was not chosen"),
  N_("product: another one was checked; every change of product is checked before the needle"),
  N_("batch: is not on the clinic's list for this product"),
  N_("batch: is expired; choose another one"),
  N_("areas: choose at least one"),
  N_("allergy: only one without a match can be confirmed, once a product is chosen"),
  N_("consent: the patient has not agreed at this visit"),
  N_("consent: choose product and areas first"),
  N_("consent: the patient agreed to another product or to other areas; ask for it again"),
  /* the sheet */
  N_("sheet: was not printed yet"),
  N_("sheet: {1}; put it right before the first injection, so that a sheet comes out after it"),
  N_("the clinic has no phone number by day"),
  N_("the clinic has neither a phone number after hours nor a text for that time"),
  N_("the clinic has no emergency number"),
  N_("the clinic's settings claim what is never printed ('{1}'); these words are left out"),
  N_("the texts in {1} are not approved yet"),
  N_("the year of birth is not known; every page leaves room to write it by hand"),
  N_("the protocol's rules are not approved yet"),
  N_("the protocol is the sample; its sheets say EXAMPLE"),
  N_("some lines have no text in '{1}'"),
  N_("the font '{1}' is missing; words stand in another one. Install fonts-noto-core"),
  N_("no font has the letter {1}; install fonts-noto-core or the script's own font"),
  N_("the pictogram '{1}' is missing; its words print without it"),
  N_("the lines '{1}' and '{2}' contradict each other; '{3}' prints, as the stricter"),
  N_("the protocol does not know the area '{1}'"),
  N_("the protocol does not know the product '{1}'"),
  N_("the country's language '{1}' has no words; the box for another doctor is in '{2}'"),
  N_("no language of the country is known; the box for another doctor is in '{1}'"),
  /* approving */
  N_("approval: only a clinician or the owner may approve"),
  N_("approval: there is none to withdraw"),
  N_("approval: something else has happened since; that cannot be taken back any more"),
  N_("not approved: {1}: {2}; and {3} more"),
  N_("not approved: no question of these forms feeds the rule '{1}'"),
  N_("not approved: {1}: {2}"),
  N_("protocol: its file was changed since Aftercare was started; start it again and read what it says"),
  /* forms */
  N_("{1}: only a clinician or the owner may sign this"),
  N_("{1}: is gone; put it back first"),
  N_("{1}: is not among the clinic's forms"),
  N_("forms: there is nothing to take back"),
  N_("Another form has the same address and version; give this one a new version, so that answers can be told apart"),
  N_("No question of this form has the code {1}; without it this is no consent"),
  /* what is wrong with a form */
  N_("a list […] of items should stand here"),
  N_("a FHIR Questionnaire {…} should stand here"),
  N_("must be \"Questionnaire\"; this is not a form"),
  N_("a \\u escape needs four hexadecimal digits"),
  N_("the character NUL (\\u0000) is not allowed in a text"),
  N_("half of a surrogate pair stands alone"),
  N_("this escape is not known to JSON"),
  N_("a control character stands in a text; write it as an escape"),
  N_("the document ends in the middle of a text"),
  N_("a number needs digits"),
  N_("a number needs digits after the point"),
  N_("a number needs digits after the e"),
  N_("this is not a number as JSON writes it"),
  N_("a number has more than 64 digits"),
  N_("comments are not allowed"),
  N_("a value is missing or is not JSON"),
  N_("the document ends in the middle of an object"),
  N_("a comma stands before the end of the object"),
  N_("a member's name in quotes is missing"),
  N_("this member is written twice"),
  N_("a colon is missing after the member's name"),
  N_("the document ends in the middle of a list"),
  N_("a comma is missing"),
  N_("a comma stands before the end of the list"),
  N_("the document is empty"),
  N_("the document ends where a value should stand"),
  N_("something stands after the end of the document"),
  N_("the text is not valid UTF-8"),
  N_("minValue and maxValue leave no answer; nobody is held up by them"),
  N_("minLength and maxLength leave no answer; nobody is held up by them"),
  N_("minOccurs asks for more answers than there can be; nobody is held up by it"),
  /* what this program cannot do with a form */
  N_("not supported: the extension {1}; in {2} places"),
  N_("not supported: the extension {1}"),
  N_("not supported: {1}"),
  N_("a calculated value; to be typed instead"),
  N_("a calculated first value; starts empty"),
  N_("a calculated value; it is not calculated, and nobody can type it"),
  N_("a calculated first value; it is not calculated, and nobody can type one"),
  N_("a calculated condition; always shown"),
  N_("calculated choices; none are offered"),
  N_("calculated proposals; none are made"),
  N_("choices that come and go by calculation; all are offered"),
  N_("a calculated context"),
  N_("filling from other records"),
  N_("a picture or film with the question; not shown"),
  N_("a picture or film with the answers; not shown"),
  N_("columns of a list of choices; each choice is shown by its own words"),
  N_("another form inside this one; not shown"),
  N_("looking answers up in another form"),
  N_("units of one's own"),
  N_("an expression"),
  N_("a calculated value"),
  N_("a rule of its own (constraint); answers are not checked against it"),
  N_("a list of units that is not in the form"),
  N_("a link to a web page; staff can open it"),
  N_("a calculated variable"),
  N_("a filter on what may be referred to"),
  N_("a profile on what may be referred to"),
  N_("a way of its own to go through the form (entryMode)"),
  N_("what another program would hand over (launchContext)"),
  N_("a library of rules (cqf-library)"),
  N_("what is not asked just now would still be seen (disabledDisplay); it is not shown"),
  N_("how the answer is written (entryFormat); days and times show an example of their own, and nothing else is typed"),
  N_("extensions that are not known here, passed over: {1}"),
  N_("enableWhen goes round in a circle ({1}); answers decide, whether or not their question is shown"),
  N_("the control '{1}' is not known; drawn as its type"),
  N_("this regular expression cannot be read; answers are not checked against it"),
  N_("modifierExtension may change what the item means; have a look at it"),
  N_("modifierExtension may change what the form means; have a look at it"),
  N_("a choice without anything to choose; staff will ask"),
  N_("the choice '{1}' is there twice; shown once"),
  N_("the form is of FHIR {1}, not R4; it is read as R4: look at it before it is asked"),
  N_("choices beside an answer of another kind are not offered; the answer is typed"),
  N_("two choices have the code '{1}'; each can be chosen, but conditions and rules take them for one"),
  N_("an open choice without anything to choose; the answer is typed"),
  N_("part of the choices '{1}' is not in the form; the rest is offered"),
  N_("the choices '{1}' are not in the form; staff will ask"),
  N_("items deeper than {1} levels; left out"),
  N_("minOccurs asks for more than {1} items in all; groups begin with {2} at most"),
  /* the records */
  N_("{1}/{2}: version {3} was expected and version {4} found: somebody else changed it. Look at it again and repeat"),
  N_("{1}: the disk is full; nothing was changed. Make room and try again"),
  N_("{1}: another program holds the records; nothing was changed. Close it and try again"),
  N_("{1}: the disk could not be read or written ({2}); nothing was changed. Make room or check the disk, and try again"),
  N_("{1}: the file is damaged or holds no records; it was left as it is. Restore the newest backup"),
  N_("{1}: may not be opened for writing; nothing was changed. Check the folder's owner and rights"),
  N_("{1}: {2}; nothing was changed"),
  /* a file of the clinic's that cannot be read: the place, and what is wrong there */
  N_("a text in at least one language should stand here"),
  N_("{1} should stand here"),
  N_("{1} is missing here"),
  N_("a text \"…\""),
  N_("a list […]"),
  N_("an object {…}"),
  N_("a number"),
  N_("a whole number"),
  N_("true or false"),
  N_("must be one of {1}"),
  N_("this member is not known here; is it misspelt?"),
  N_("the text is empty; leave the language out instead"),
  N_("the name must be a language tag such as \"en\" or \"pt-BR\""),
  N_("\"{1}\" is not a language tag, such as en or es"),
  N_("objects and lists are nested deeper than {1} levels"),
  N_("there are more than {1} values"),
  N_("the document is larger than {1} bytes"),
  N_("the document begins with a byte order mark; save it as plain UTF-8"),
  N_("{1}: there is no such file"),
  N_("{1}: cannot be read: {2}"),
  N_("{1}: {2}; check the folder"),
  N_("the number must be from {1} to {2}"),
  N_("must be some of {1}"),
  N_("must be a short name of small letters, digits and hyphens"),
  N_("format_version {1} is not known; this version reads {2}"),
  N_("this program reads format_version {1} only"),
  /* the clinic's settings */
  N_("a clinic's settings are one JSON object"),
  N_("\"{1}\" must be one line of text that is not empty"),
  N_("\"{1}\" must be an id of at most 64 small letters, digits, \"-\" and \".\""),
  N_("the id \"{1}\" is there twice"),
  N_("name at least one room"),
  N_("\"role\" must be receptionist, clinician or owner"),
  N_("a PIN must not stand in a real clinic's file; remove \"pin\", each person chooses theirs in the program"),
  N_("\"pin\" must be six digits"),
  N_("a clinician needs a \"licence\""),
  N_("this batch of {1} is there twice"),
  N_("\"country\" must be two capital letters (ISO 3166), such as ES"),
  N_("\"time_zone\" is not known; write its IANA name, such as Europe/Madrid"),
  N_("name the desk's language and at least one patients' language"),
  N_("\"patient\" must list different language tags, such as en and es"),
  N_("\"country\" must list the languages that doctors of the country read, such as de"),
  N_("a sample clinic's \"{1}\" must carry the word EXAMPLE"),
  N_("\"{1}\" is not a phone number that can be dialled"),
  N_("give either a \"number\" and \"who\" answers it, or the words for \"closed\""),
  N_("this version keeps no prices; leave the list empty"),
  N_("\"occasion\" must be first-visit, day-check, consent or any-visit"),
  N_("\"file\" must be the name of a file in the folder forms, such as intake.json"),
  N_("there is no form for any-visit that could be replaced"),
  N_("this form stands twice at {1}"),
  N_("two forms replace the one for {1}; let one do it"),
  N_("\"{1}\" is not a date; write year-month-day, such as 2026-12-25"),
  N_("an opening span is two times of the day, such as [\"09:00\", \"18:00\"]"),
  N_("opening spans must end after they begin and follow each other in order of time"),
  N_("\"until\" is before \"date\""),
  /* its protocol */
  N_("a protocol is a JSON object"),
  N_("no rule with find '{1}'; a protocol cannot do without"),
  N_("no desk text '{1}'; add it to /desk_texts"),
  N_("a rule about an answer needs 'question'"),
  N_("a rule about an answer needs at least one of 'answers'"),
  N_("must be a day from 1 to 366"),
  /* in what place, after all the others: it would take their words for a place */
  N_("{1}: {2}: line {3}: {4}"),
  N_("{1}: {2}: {3}"),
};

static gboolean
is_part (const char *at)
{
  return at[0] == '{' && at[1] >= '1' && at[1] <= '0' + MOST_PARTS && at[2] == '}';
}

static const char *
find_part (const char *at)
{
  while (*at != '\0' && !is_part (at))
    at++;
  return at;
}

/* Whether @said is @pattern; @parts is what stands at its places, taken as short as can be. */
static gboolean
matches (const char *pattern,
         const char *said,
         char      **parts)
{
  for (;;)
    {
      const char *place = find_part (pattern);
      gsize length = (gsize) (place - pattern);

      if (strncmp (pattern, said, length) != 0)
        return FALSE;
      said += length;
      if (*place == '\0')
        return *said == '\0';
      pattern = place + 3;

      const char *next = find_part (pattern);
      g_autofree char *between = g_strndup (pattern, (gsize) (next - pattern));
      const char *end = *between != '\0' ? strstr (said, between) : said + strlen (said);

      if (end == NULL || end == said)
        return FALSE;
      g_free (parts[place[1] - '1']);
      parts[place[1] - '1'] = g_strndup (said, (gsize) (end - said));
      said = end;
    }
}

static void
clear_parts (char **parts)
{
  for (guint i = 0; i < MOST_PARTS; i++)
    g_clear_pointer (&parts[i], g_free);
}

/* A part may itself be something that the floors below say, or a state's name. */
static char *
dup_part (const char *part)
{
  CareVisitState state;

  if (care_visit_state_from_text (part, &state))
    return g_strdup (care_desk_words_state (state));
  return care_desk_errors_dup_text (part);
}

static char *
fill_in (const char *pattern,
         char      **parts)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (const char *at = pattern; *at != '\0';)
    {
      const char *place = find_part (at);

      g_string_append_len (text, at, place - at);
      at = place;
      if (*place == '\0')
        break;
      if (parts[place[1] - '1'] != NULL)
        {
          g_autofree char *part = dup_part (parts[place[1] - '1']);

          g_string_append (text, part);
        }
      at += 3;
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * care_desk_errors_dup_text:
 * @said: what a lower floor says, in English
 *
 * Returns: (transfer full): the same in the desk's language; @said itself where it is not on the list
 */
char *
care_desk_errors_dup_text (const char *said)
{
  char *parts[MOST_PARTS] = { NULL };

  g_return_val_if_fail (said != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (SAID); i++)
    {
      if (matches (SAID[i], said, parts))
        {
          char *text = fill_in (_(SAID[i]), parts);

          clear_parts (parts);
          return text;
        }
      clear_parts (parts);
    }
  return g_strdup (said);
}

/**
 * care_desk_errors_dup_words:
 * @error: (nullable): why something did not work
 *
 * Returns: (transfer full): the error's message in the desk's language
 */
char *
care_desk_errors_dup_words (const GError *error)
{
  return error != NULL ? care_desk_errors_dup_text (error->message) : g_strdup ("");
}
