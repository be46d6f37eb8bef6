/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-address.h"

#include <stdlib.h>
#include <string.h>

/* Every resource type of R4, sorted. */
static const char *const resource_types[] = {
  "Account", "ActivityDefinition", "AdverseEvent", "AllergyIntolerance", "Appointment", "AppointmentResponse",
  "AuditEvent", "Basic", "Binary", "BiologicallyDerivedProduct", "BodyStructure", "Bundle", "CapabilityStatement",
  "CarePlan", "CareTeam", "CatalogEntry", "ChargeItem", "ChargeItemDefinition", "Claim", "ClaimResponse",
  "ClinicalImpression", "CodeSystem", "Communication", "CommunicationRequest", "CompartmentDefinition",
  "Composition", "ConceptMap", "Condition", "Consent", "Contract", "Coverage", "CoverageEligibilityRequest",
  "CoverageEligibilityResponse", "DetectedIssue", "Device", "DeviceDefinition", "DeviceMetric", "DeviceRequest",
  "DeviceUseStatement", "DiagnosticReport", "DocumentManifest", "DocumentReference", "EffectEvidenceSynthesis",
  "Encounter", "Endpoint", "EnrollmentRequest", "EnrollmentResponse", "EpisodeOfCare", "EventDefinition", "Evidence",
  "EvidenceVariable", "ExampleScenario", "ExplanationOfBenefit", "FamilyMemberHistory", "Flag", "Goal",
  "GraphDefinition", "Group", "GuidanceResponse", "HealthcareService", "ImagingStudy", "Immunization",
  "ImmunizationEvaluation", "ImmunizationRecommendation", "ImplementationGuide", "InsurancePlan", "Invoice",
  "Library", "Linkage", "List", "Location", "Measure", "MeasureReport", "Media", "Medication",
  "MedicationAdministration", "MedicationDispense", "MedicationKnowledge", "MedicationRequest",
  "MedicationStatement", "MedicinalProduct", "MedicinalProductAuthorization", "MedicinalProductContraindication",
  "MedicinalProductIndication", "MedicinalProductIngredient", "MedicinalProductInteraction",
  "MedicinalProductManufactured", "MedicinalProductPackaged", "MedicinalProductPharmaceutical",
  "MedicinalProductUndesirableEffect", "MessageDefinition", "MessageHeader", "MolecularSequence", "NamingSystem",
  "NutritionOrder", "Observation", "ObservationDefinition", "OperationDefinition", "OperationOutcome",
  "Organization", "OrganizationAffiliation", "Parameters", "Patient", "PaymentNotice", "PaymentReconciliation",
  "Person", "PlanDefinition", "Practitioner", "PractitionerRole", "Procedure", "Provenance", "Questionnaire",
  "QuestionnaireResponse", "RelatedPerson", "RequestGroup", "ResearchDefinition", "ResearchElementDefinition",
  "ResearchStudy", "ResearchSubject", "RiskAssessment", "RiskEvidenceSynthesis", "Schedule", "SearchParameter",
  "ServiceRequest", "Slot", "Specimen", "SpecimenDefinition", "StructureDefinition", "StructureMap", "Subscription",
  "Substance", "SubstanceNucleicAcid", "SubstancePolymer", "SubstanceProtein", "SubstanceReferenceInformation",
  "SubstanceSourceMaterial", "SubstanceSpecification", "SupplyDelivery", "SupplyRequest", "Task",
  "TerminologyCapabilities", "TestReport", "TestScript", "ValueSet", "VerificationResult", "VisionPrescription",
};

static gboolean
is_uuid (const char *text)
{
  for (guint i = 0; i < 36; i++)
    {
      gboolean dash = i == 8 || i == 13 || i == 18 || i == 23;

      if (dash ? text[i] != '-' : !(g_ascii_isdigit (text[i]) || (text[i] >= 'a' && text[i] <= 'f')))
        return FALSE;
    }

  return text[36] == '\0';
}

/**
 * care_address_is_uri:
 * @text: an address
 *
 * Absolute or relative (RFC 3986), without the characters that no address may
 * have; a urn:uuid must be one, in small letters (R4, "uri").
 *
 * Returns: %TRUE if it can be one
 */
gboolean
care_address_is_uri (const char *text)
{
  if (g_str_has_prefix (text, "urn:uuid:"))
    return is_uuid (text + strlen ("urn:uuid:"));
  if (g_str_has_prefix (text, "urn:oid:"))
    return strspn (text + strlen ("urn:oid:"), "0123456789.") == strlen (text + strlen ("urn:oid:"));

  for (const char *p = text; *p != '\0'; p++)
    if ((guchar) *p <= 0x20 || strchr ("\\<>\"{}^`", *p) != NULL)
      return FALSE;

  return *text != '\0';
}

char *
care_address_dup_resource_type (const char *reference)
{
  g_auto (GStrv) parts = g_strsplit (reference, "/", -1);
  guint n = g_strv_length (parts);

  for (guint i = 0; i + 1 < n; i++)
    if (strcmp (parts[i + 1], "_history") == 0)
      n = i + 1;

  return n >= 2 && g_ascii_isupper (parts[n - 2][0]) ? g_strdup (parts[n - 2]) : NULL;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (a, *(const char *const *) b);
}

gboolean
care_address_is_resource_type (const char *name)
{
  return bsearch (name, resource_types, G_N_ELEMENTS (resource_types), sizeof *resource_types, compare_names) != NULL;
}
