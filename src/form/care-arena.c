/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-arena.h"

#include <string.h>

#define BLOCK_SIZE 16384

struct _CareArena
{
  GPtrArray *blocks;
  char      *next;
  gsize      left;
};

CareArena *
care_arena_new (void)
{
  CareArena *self = g_new0 (CareArena, 1);

  self->blocks = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
care_arena_free (CareArena *self)
{
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

gpointer
care_arena_alloc (CareArena *self,
                  gsize      size)
{
  gpointer result;

  size = (MAX (size, 1) + 7) & ~(gsize) 7;

  /* Large pieces get a block of their own and leave the current one in use. */
  if (size > BLOCK_SIZE / 4)
    {
      result = g_malloc0 (size);
      g_ptr_array_add (self->blocks, result);
      return result;
    }

  if (size > self->left)
    {
      self->next = g_malloc0 (BLOCK_SIZE);
      self->left = BLOCK_SIZE;
      g_ptr_array_add (self->blocks, self->next);
    }

  result = self->next;
  self->next += size;
  self->left -= size;

  return result;
}

char *
care_arena_dup (CareArena  *self,
                const char *text)
{
  gsize size = strlen (text) + 1;

  return memcpy (care_arena_alloc (self, size), text, size);
}
