package org.unifiedhotline.mappings.reading;

import org.mapstruct.InjectionStrategy;
import org.mapstruct.MapperConfig;
import org.mapstruct.ReportingPolicy;

/** What all mappers share: a canonical field that no mapping fills breaks the build. */
@MapperConfig(
        unmappedTargetPolicy = ReportingPolicy.ERROR,
        typeConversionPolicy = ReportingPolicy.ERROR,
        injectionStrategy = InjectionStrategy.CONSTRUCTOR)
public interface CanonicalMapping {}
