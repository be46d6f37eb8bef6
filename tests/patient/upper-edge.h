/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is drawn of lines of words at the upper edge of what is seen. */
typedef struct
{
  double cut;       /* how much of a line is gone of which the rest is seen; 0 for none */
  double nearest;   /* how far above the edge the lowest line begins that is not wholly seen; G_MAXDOUBLE for none */
} UpperEdge;

/* Of the words below @block, not those of what is touched, that end above @above. */
UpperEdge upper_edge_look (GtkWidget *scroller,
                           GtkWidget *block,
                           double     above);

G_END_DECLS
