/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "page-audit.h"

/** The least a finger needs. */
#define TARGET 44
/** More steps than any page has controls. */
#define MOST_STEPS 600

static char *
dup_way (GtkWidget *widget)
{
  GString *way = g_string_new (NULL);

  for (GtkWidget *at = widget; at != NULL; at = gtk_widget_get_parent (at))
    {
      g_autofree char *classes = NULL;
      g_auto (GStrv) names = gtk_widget_get_css_classes (at);

      classes = g_strjoinv (".", names);
      g_string_append_printf (way, "%s%s%s%s", way->len > 0 ? " < " : "", G_OBJECT_TYPE_NAME (at), *classes != '\0' ? "." : "", classes);
      if (GTK_IS_BUTTON (at) && gtk_button_get_label (GTK_BUTTON (at)) != NULL)
        g_string_append_printf (way, " “%s”", gtk_button_get_label (GTK_BUTTON (at)));
    }

  return g_string_free (way, FALSE);
}

static void
add_fault (GPtrArray  *faults,
           const char *page,
           const char *what,
           GtkWidget  *widget)
{
  g_autofree char *way = dup_way (widget);

  g_ptr_array_add (faults, g_strdup_printf ("%s: %s: %s", page, what, way));
}

/* The text of an entry belongs to the entry, the toggle in a menu button to that. */
static GtkWidget *
get_control (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  for (GtkWidget *at = parent; GTK_IS_TEXT (widget) && at != NULL; at = gtk_widget_get_parent (at))
    {
      if (GTK_IS_EDITABLE (at) && gtk_editable_get_delegate (GTK_EDITABLE (at)) == GTK_EDITABLE (widget))
        return at;
    }
  if (parent != NULL && (GTK_IS_MENU_BUTTON (parent) || GTK_IS_DROP_DOWN (parent)))
    return parent;

  return widget;
}

/* A scrolled window takes the focus only where nothing in it can. */
static gboolean
is_control (GtkWidget *widget)
{
  return gtk_widget_get_focusable (widget) && gtk_widget_get_can_focus (widget) && gtk_widget_is_sensitive (widget)
         && !GTK_IS_SCROLLED_WINDOW (widget) && !GTK_IS_VIEWPORT (widget) && !GTK_IS_WINDOW (widget)
         && !GTK_IS_POPOVER (widget) && !GTK_IS_STACK (widget);
}

/* What holds controls of its own hands the focus on to them: a list, and a row with a button in it. */
static gboolean
holds_reached (GtkWidget  *widget,
               GHashTable *reached)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (g_hash_table_contains (reached, child) || holds_reached (child, reached))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_holder (GtkWidget *widget)
{
  return GTK_IS_LIST_VIEW (widget) || GTK_IS_GRID_VIEW (widget) || g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkListItemWidget");
}

static gboolean
is_named (GtkWidget *widget)
{
  return gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL)
         || gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

static void
check_control (GtkWidget  *widget,
               const char *page,
               GHashTable *reached,
               GPtrArray  *faults)
{
  GtkWidget *control = get_control (widget);
  graphene_rect_t bounds;
  GtkWidget *list = gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX);

  if (is_holder (widget) && holds_reached (widget, reached))
    return;
  if (!is_named (control) && !is_named (widget))
    add_fault (faults, page, "has no name", control);
  g_assert_true (gtk_widget_compute_bounds (control, control, &bounds));
  if (bounds.size.height < TARGET)
    {
      g_autofree char *what = g_strdup_printf ("is %.0f px high", (double) bounds.size.height);

      add_fault (faults, page, what, control);
    }
  if (GTK_IS_BUTTON (control) && bounds.size.width < TARGET)
    {
      g_autofree char *what = g_strdup_printf ("is %.0f px wide", (double) bounds.size.width);

      add_fault (faults, page, what, control);
    }
  /* Of a list one row is reached; the arrows go to the others. */
  if (!g_hash_table_contains (reached, widget) && !(GTK_IS_LIST_BOX_ROW (widget) && g_hash_table_contains (reached, list)))
    add_fault (faults, page, "is not reached with Tab", control);
}

static void
check_all (GtkWidget  *widget,
           const char *page,
           GHashTable *reached,
           GPtrArray  *faults)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_child_visible (widget))
    return;
  if (is_control (widget))
    check_control (widget, page, reached, faults);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    check_all (child, page, reached, faults);
}

/* Tab, as long as it goes to something new. */
static GHashTable *
walk_with_tab (GtkWidget *window)
{
  GHashTable *reached = g_hash_table_new (NULL, NULL);
  guint known = 0;

  for (guint i = 0; i < MOST_STEPS && known < 20; i++)
    {
      GtkWidget *focus;
      GtkWidget *list;

      /* After the last it goes on with the first. */
      if (!gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD))
        break;
      focus = gtk_window_get_focus (GTK_WINDOW (window));
      known = g_hash_table_add (reached, focus) ? 0 : known + 1;
      list = gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX);
      if (list != NULL)
        g_hash_table_add (reached, list);
    }

  return reached;
}

void
page_audit_controls (GtkWidget  *window,
                     const char *page,
                     GPtrArray  *faults)
{
  g_autoptr (GHashTable) reached = walk_with_tab (window);

  if (g_hash_table_size (reached) == 0)
    g_ptr_array_add (faults, g_strdup_printf ("%s: nothing is reached with Tab", page));
  check_all (window, page, reached, faults);
}

/* The way down to the widget that needs the width. */
static void
append_widest (GtkWidget *widget,
               GString   *way)
{
  GtkWidget *widest = NULL;
  int most = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int minimum = 0;

      if (gtk_widget_get_child_visible (child) && gtk_widget_get_visible (child))
        gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      if (minimum > most)
        {
          most = minimum;
          widest = child;
        }
    }
  if (widest == NULL)
    return;
  g_string_append_printf (way, " > %s %d", G_OBJECT_TYPE_NAME (widest), most);
  append_widest (widest, way);
}

void
page_audit_width (GtkWidget  *window,
                  int         width,
                  const char *page,
                  GPtrArray  *faults)
{
  g_autoptr (GString) way = NULL;
  int minimum;

  gtk_widget_measure (window, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  if (minimum <= width)
    return;
  way = g_string_new (NULL);
  append_widest (window, way);
  g_ptr_array_add (faults, g_strdup_printf ("%s: needs %d px, the screen has %d:%s", page, minimum, width, way->str));
}
