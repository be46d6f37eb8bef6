/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to the form room: memory that goes all at once, when the form goes. */

typedef struct _CareArena CareArena;

CareArena *care_arena_new   (void) G_GNUC_WARN_UNUSED_RESULT;
void       care_arena_free  (CareArena  *self);
/* Zeroed and aligned for pointers. */
gpointer   care_arena_alloc (CareArena  *self,
                             gsize       size);
char      *care_arena_dup   (CareArena  *self,
                             const char *text);

#define care_arena_new0(arena, Type, count) ((Type *) care_arena_alloc ((arena), sizeof (Type) * (count)))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareArena, care_arena_free)

G_END_DECLS
