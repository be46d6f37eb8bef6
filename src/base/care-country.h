/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The official languages of a country as BCP 47 tags with the country in them, "de-CH", the one that most people speak
 * first; empty when the country is not known. */
char **care_country_dup_languages (const char *country) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
