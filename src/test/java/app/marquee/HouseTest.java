package app.marquee;

import java.time.Instant;
import java.time.LocalDate;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import jakarta.persistence.Entity;
import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;

/** How the house is built, and stays. */
class HouseTest {

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("app.marquee");

	@Test
	void roomsUseOnlyThoseThatTheySay() {
		ApplicationModules.of(MarqueeApplication.class).verify();
	}

	@Test
	void nobodyAsksTheSystemForTheTime() {
		ArchRuleDefinition.noClasses()
			.should()
			.callMethod(Instant.class, "now")
			.orShould()
			.callMethod(LocalDate.class, "now")
			.orShould()
			.callMethod(System.class, "currentTimeMillis")
			.because("pages say how old things are, and a test has to hold the day still: ask the Clock")
			.check(CLASSES);
	}

	@Test
	void entitiesHaveNoSetters() {
		ArchRuleDefinition.noMethods()
			.that()
			.areDeclaredInClassesThat()
			.areAnnotatedWith(Entity.class)
			.should()
			.haveNameStartingWith("set")
			.because("only the import writes, and it writes rows")
			.check(CLASSES);
	}

	@Test
	void controllersDoNotTouchTheDatabaseThemselves() {
		ArchRuleDefinition.noClasses()
			.that()
			.areAnnotatedWith(Controller.class)
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.springframework.jdbc..")
			.because("a handler says what a page consists of; the repositories know how it is read")
			.check(CLASSES);
	}

}
