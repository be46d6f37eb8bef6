/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "base/care-json-view.h"
#include "form/care-node-private.h"
#include "form/care-questionnaire-private.h"
#include "form/care-response.h"

G_BEGIN_DECLS

#define CARE_ABSENT_EXTENSION    "http://hl7.org/fhir/StructureDefinition/data-absent-reason"
#define CARE_ANEW_EXTENSION      "https://aftercare.example/fhir/StructureDefinition/asked-anew"
#define CARE_DRAFT_EXTENSION     "https://aftercare.example/fhir/StructureDefinition/answer-begun"
#define CARE_SIGNATURE_EXTENSION "http://hl7.org/fhir/StructureDefinition/questionnaireresponse-signature"

struct _CareResponse
{
  GObject            parent_instance;

  CareQuestionnaire *form;
  CareNode          *root;
  CareResponseMeta   meta;             /* its texts are owned */
  guint              n_nodes;          /* below and with the root */
  GPtrArray         *queue;            /* heap of borrowed nodes, by rank */
  guint              quiet;            /* while above 0, changes neither settle nor are they said */
  GPtrArray         *import_problems;  /* of CareProblem */
  char              *former_version;
  JsonNode          *kept;             /* (nullable): members of the resource that are none of ours; immutable */
  GHashTable        *signatures;       /* (nullable): CareNode -> JsonNode */
  GHashTable        *extensions;       /* (nullable): CareNode -> JsonNode, an array */
  GHashTable        *drafts;           /* (nullable): CareNode -> JsonNode, an array of text or null by answer */
  GHashTable        *members;          /* (nullable): CareNode -> JsonNode: an object with those members of its item that are none of ours */
  GHashTable        *changed;          /* (nullable): CareNode -> JsonNode: was answered on an older version and is asked anew */
  GPtrArray         *dirty;            /* (nullable): of CareDirty, what changed since it was last asked for; NULL: nobody asks */
  GHashTable        *dirty_set;        /* (nullable): the same, each once */
  gboolean           meta_dirty;
};

/* What of a node goes out: what is enabled and answered, everything, or its own answers without what stands below. */
typedef enum
{
  CARE_EXPORT_ENABLED,
  CARE_EXPORT_WHOLE,
  CARE_EXPORT_OWN,
} CareExportDepth;

/* What one call changed, said at its end. */
typedef struct
{
  CareResponse *response;
  CareNode     *value;
  CareNode     *moved;
  CareNode     *above;     /* (nullable): under which instances came, went or changed places */
  const CareItem *instances; /* (nullable): of which item */
  GPtrArray    *enabled;
  GPtrArray    *added;
  GPtrArray    *removed;
} CareChange;

/* care-response-change.c */
void care_change_begin             (CareChange   *change,
                                    CareResponse *response);
void care_change_end               (CareChange   *change);
void care_response_install_signals (GObjectClass *klass);

/* For many changes at once. At the end everything at or below @node is worked out anew. */
void care_response_begin_quiet     (CareResponse *self);
void care_response_end_quiet       (CareResponse *self,
                                    CareNode     *node);

/* care-response-track.c */
void care_response_mark_change     (CareResponse     *self,
                                    const CareChange *change);
/* Its own answers, or what hangs on it, changed. */
void care_response_mark_node       (CareResponse     *self,
                                    CareNode         *node);

/* care-response-former.c */
/* @node was answered on an older version, and the answer does not count any more. */
void     care_response_note_anew     (CareResponse       *self,
                                      CareNode           *node,
                                      const CareJsonView *place);
void     care_response_export_anew   (CareResponse       *self,
                                      const CareNode     *node,
                                      JsonArray          *extensions);
gboolean care_response_import_anew   (CareResponse       *self,
                                      CareNode           *node,
                                      const CareJsonView *extension);
gboolean care_response_is_anew       (CareResponse       *self,
                                      const CareNode     *node);

/* care-response-draft.c */
void     care_response_export_drafts (CareResponse       *self,
                                      const CareNode     *node,
                                      JsonArray          *extensions);
gboolean care_response_import_draft  (CareResponse       *self,
                                      CareNode           *node,
                                      const CareJsonView *extension);

/* care-response-spoken.c */
void care_response_keep_spoken     (CareResponse *self,
                                    CareNode     *node,
                                    const char   *language);

/* care-response-export.c */
JsonNode *care_response_export_node (CareResponse    *self,
                                     const CareNode  *node,
                                     CareExportDepth  depth) G_GNUC_WARN_UNUSED_RESULT;
JsonNode *care_response_export      (CareResponse    *self,
                                     gboolean         whole) G_GNUC_WARN_UNUSED_RESULT;

/* care-response-enable.c */
void care_response_queue_below     (CareResponse *self,
                                    CareNode     *node);
void care_response_queue_asking    (CareResponse *self,
                                    CareNode     *source);
void care_response_queue_asking_below (CareResponse   *self,
                                       CareNode       *anchor,
                                       const CareItem *item);
/* Nodes whose own conditions changed go into @changed, with a reference, if it is not NULL. */
void care_response_settle          (CareResponse *self,
                                    GPtrArray    *changed);

/* care-response-instances.c */
/* May @item have one more instance, or (@below) one more answer with what stands under it? */
gboolean  care_response_has_room        (CareResponse   *self,
                                         const CareItem *item,
                                         gboolean        below);
CareNode *care_response_insert_instance (CareResponse *self,
                                         CareAnswerSlot     *slot,
                                         guint         index,
                                         CareNode     *like);

/* care-response-head.c */
gboolean    care_response_read_head   (CareResponse        *self,
                                       const CareJsonView  *view,
                                       GError             **error);
void        care_response_note_import (CareResponse        *self,
                                       CareProblemKind      kind,
                                       CareNode            *node,
                                       const char          *link_id,
                                       int                  answer,
                                       const char          *param,
                                       const CareJsonView  *place);
/* NULL where @member is no text. */
const char *care_form_peek_text       (const CareJsonView  *object,
                                       const char          *member);

/* care-response.c */
/* NULL takes it away. */
void care_response_keep_on          (GHashTable  **table,
                                     CareNode     *node,
                                     JsonNode     *json);
void care_response_set_extension_of (CareResponse *self,
                                     CareNode     *node,
                                     JsonNode     *extensions);
void care_response_fill_initial     (CareResponse *self,
                                     CareNode     *node);

G_END_DECLS
