package app.marquee;

import java.time.Clock;
import java.util.Date;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
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
			.callMethodWhere(JavaCall.Predicates.target(DescribedPredicate.describe(
					"now() of java.time without a Clock",
					(called) -> called.getName().equals("now") && called.getOwner().getPackageName().equals("java.time")
							&& called.getRawParameterTypes()
								.stream()
								.noneMatch((type) -> type.isEquivalentTo(Clock.class)))))
			.orShould()
			.callConstructor(Date.class)
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
