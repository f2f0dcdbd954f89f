/**
 * The hub as other systems ask it in HL7 FHIR R4: {@code Patient} read and search, {@code $match}, and IHE PIXm's {@code $ihe-pix}.
 *
 * <p>A call is taken as FHIR has it ({@link org.unifiedhotline.console.fhir.PatientParameters}, {@link
 * org.unifiedhotline.console.fhir.Described}), asked of the hub, the index or the engine within what the caller may know ({@link
 * org.unifiedhotline.console.fhir.FhirPeople}), and answered by resources that are records here ({@link
 * org.unifiedhotline.console.fhir.Patient} …), made and masked by {@link org.unifiedhotline.console.fhir.Patients}. Nothing is ever
 * written. What is offered stands in {@code capability-statement.json}; a test holds every answer to HL7's definitions.
 */
@NullMarked
package org.unifiedhotline.console.fhir;

import org.jspecify.annotations.NullMarked;
