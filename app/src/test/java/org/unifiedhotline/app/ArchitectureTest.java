package org.unifiedhotline.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.concurrent.Executors;

/** The house as it is drawn: arrows between rooms go one way. */
@AnalyzeClasses(packages = "org.unifiedhotline", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule roomsKnowOnlyTheRoomsBeforeThem = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("org.unifiedhotline..")
            .withOptionalLayers(true)
            .layer("mappings")
            .definedBy("org.unifiedhotline.mappings..")
            .layer("matching")
            .definedBy("org.unifiedhotline.matching..")
            .layer("master-records")
            .definedBy("org.unifiedhotline.masterrecords..")
            .layer("search-index")
            .definedBy("org.unifiedhotline.searchindex..")
            .layer("integration-routes")
            .definedBy("org.unifiedhotline.integrationroutes..")
            .layer("console")
            .definedBy("org.unifiedhotline.console..")
            .layer("app")
            .definedBy("org.unifiedhotline.app..")
            .whereLayer("mappings")
            .mayNotAccessAnyLayer()
            .whereLayer("matching")
            .mayNotAccessAnyLayer()
            .whereLayer("master-records")
            .mayOnlyAccessLayers("mappings", "matching")
            .whereLayer("search-index")
            .mayOnlyAccessLayers("mappings", "matching", "master-records")
            .whereLayer("integration-routes")
            .mayOnlyAccessLayers("mappings", "matching", "master-records", "search-index")
            .whereLayer("console")
            .mayOnlyAccessLayers("mappings", "matching", "master-records", "search-index");

    @ArchTest
    static final ArchRule theEngineIsPure = noClasses()
            .that()
            .resideInAPackage("org.unifiedhotline.matching..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "java.sql..", "java.net..", "java.nio.file..", "javax.sql..")
            .because("the same records, assertions and model must give the same clusters wherever they are computed");

    @ArchTest
    static final ArchRule theServiceCarriesNoDemo = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.unifiedhotline.mappings..",
                    "org.unifiedhotline.matching..",
                    "org.unifiedhotline.masterrecords..",
                    "org.unifiedhotline.searchindex..",
                    "org.unifiedhotline.integrationroutes..",
                    "org.unifiedhotline.console..",
                    "org.unifiedhotline.app..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.unifiedhotline.demo..");

    @ArchTest
    static final ArchRule threadsAreOfThePlatform = noClasses()
            .should()
            .callMethod(Thread.class, "ofVirtual")
            .orShould()
            .callMethod(Executors.class, "newVirtualThreadPerTaskExecutor")
            .because(
                    "a virtual thread that loads a class holds its carrier: on two cores a service stood still for good");

    @ArchTest
    static final ArchRule routesHoldNoBusiness = classes()
            .that()
            .haveSimpleNameEndingWith("Routes")
            .and()
            .resideInAPackage("org.unifiedhotline.integrationroutes..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..", "org.apache.camel..", "org.unifiedhotline..", "org.jspecify..", "org.springframework..")
            .allowEmptyShould(true);
}
