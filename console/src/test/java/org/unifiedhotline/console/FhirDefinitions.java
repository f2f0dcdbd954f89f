package org.unifiedhotline.console;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;

/** HL7's definitions of FHIR R4, as HAPI's validator holds resources to them; without a terminology server. */
final class FhirDefinitions {
    private static final FhirValidator VALIDATOR = validator();

    private FhirDefinitions() {}

    /** What is wrong with a resource by these definitions; warnings are not. */
    static List<String> complaints(String resource) {
        return messages(resource, ResultSeverityEnum.ERROR);
    }

    /** The same, and what it is warned of. */
    static List<String> warnings(String resource) {
        return messages(resource, ResultSeverityEnum.WARNING);
    }

    private static List<String> messages(String resource, ResultSeverityEnum from) {
        return VALIDATOR.validateWithResult(resource).getMessages().stream()
                .filter(message -> message.getSeverity().ordinal() >= from.ordinal())
                .map(FhirDefinitions::text)
                .toList();
    }

    private static String text(SingleValidationMessage message) {
        return message.getSeverity() + " " + message.getLocationString() + ": " + message.getMessage();
    }

    private static FhirValidator validator() {
        FhirContext context = FhirContext.forR4();
        ValidationSupportChain support = new ValidationSupportChain(
                new DefaultProfileValidationSupport(context),
                new CommonCodeSystemsTerminologyService(context),
                new InMemoryTerminologyServerValidationSupport(context));
        return context.newValidator().registerValidatorModule(new FhirInstanceValidator(support));
    }
}
