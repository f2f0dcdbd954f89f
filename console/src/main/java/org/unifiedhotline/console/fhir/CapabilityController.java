package org.unifiedhotline.console.fhir;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.unifiedhotline.console.problems.OperationOutcome;

/** Tells what this FHIR service offers: {@code capability-statement.json} beside this class, with the address that was asked. */
@RestController
class CapabilityController {
    private final ObjectNode statement;

    CapabilityController(ObjectMapper json) {
        try (InputStream file = Objects.requireNonNull(
                CapabilityController.class.getResourceAsStream("capability-statement.json"),
                "capability-statement.json is part of this room")) {
            this.statement = (ObjectNode) json.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping("/fhir/metadata")
    ResponseEntity<ObjectNode> metadata(HttpServletRequest request) {
        ObjectNode own = statement.deepCopy();
        own.withObject("/implementation").put("url", PatientController.base(request));
        return ResponseEntity.ok().contentType(OperationOutcome.FHIR_JSON).body(own);
    }
}
