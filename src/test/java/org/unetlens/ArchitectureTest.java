/*-
 * #%L
 * Trains and runs U-Nets inside ImageJ, and shows what each skip connection contributes.
 * %%
 * Copyright (C) 2026 U-Net Lens developers.
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */

package org.unetlens;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The arrows between packages, and who may know ImageJ, windows and native
 * tensors.
 */
class ArchitectureTest {

	private static JavaClasses project;

	@BeforeAll
	static void read() {
		project = new ClassFileImporter().withImportOption(
			ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(
				"org.unetlens");
	}

	@Test
	void packagesHaveNoCycles() {
		slices().matching("org.unetlens.(*)..").should().beFreeOfCycles().check(
			project);
		slices().matching("org.unetlens.ij.(*)..").should().beFreeOfCycles().check(
			project);
	}

	@Test
	void arrowsGoOneWay() {
		Architectures.layeredArchitecture().consideringOnlyDependenciesInAnyPackage(
			"org.unetlens..").withOptionalLayers(true).layer("onednn").definedBy(
				"..unetlens.onednn..").layer("engine").definedBy("..engine..").layer(
					"tensor").definedBy("..unetlens.tensor..").layer("convert").definedBy(
						"..unetlens.convert..").layer("network").definedBy("..network..")
			.layer("graph").definedBy("..unetlens.graph..").layer("label").definedBy(
				"..label..").layer("metrics").definedBy("..metrics..").layer("data")
			.definedBy("..unetlens.data..").layer("model").definedBy(
				"..unetlens.model..").layer("infer").definedBy("..infer..").layer(
					"train").definedBy("..train..").layer("compare").definedBy(
						"..compare..").layer("install").definedBy("..unetlens.install..")
			.layer("ui").definedBy("..ui..").layer("ij").definedBy("..ij..").layer(
				"cli").definedBy("..cli..").whereLayer("cli")
			.mayNotBeAccessedByAnyLayer().whereLayer("ij").mayOnlyBeAccessedByLayers(
				"cli").whereLayer("ui").mayOnlyBeAccessedByLayers("ij", "cli")
			.whereLayer("compare").mayOnlyBeAccessedByLayers("ui", "ij", "cli")
			.whereLayer("install").mayOnlyBeAccessedByLayers("ui", "ij", "cli")
			.whereLayer("train").mayOnlyBeAccessedByLayers("compare", "ui", "ij",
				"cli").whereLayer("infer").mayOnlyBeAccessedByLayers("train", "compare",
					"ui", "ij", "cli").whereLayer("model").mayOnlyBeAccessedByLayers(
						"infer", "train", "compare", "install", "ui", "ij", "cli")
			.whereLayer("data").mayOnlyBeAccessedByLayers("train", "compare", "ui",
				"ij", "cli").whereLayer("graph").mayOnlyBeAccessedByLayers("model",
					"ui", "ij", "cli").whereLayer("network").mayOnlyBeAccessedByLayers(
						"graph", "model", "infer", "train", "compare", "ui", "ij", "cli")
			.whereLayer("onednn").mayOnlyBeAccessedByLayers("engine", "network")
			.check(project);
	}

	@Test
	void imageJIsKnownInIjOnly() {
		noClasses().that().resideOutsideOfPackage("org.unetlens.ij..").should()
			.dependOnClassesThat().resideInAnyPackage("ij", "ij..").check(project);
	}

	@Test
	void windowsAreKnownInUiAndIjOnly() {
		noClasses().that().resideOutsideOfPackages("org.unetlens.ij..",
			"org.unetlens.ui..").should().dependOnClassesThat().resideInAnyPackage(
				"java.awt..", "javax.swing..").check(project);
	}

	@Test
	void nativeTensorsAreKnownBelowOnly() {
		noClasses().that().resideOutsideOfPackages("org.unetlens.tensor..",
			"..convert..", "org.unetlens.engine..", "org.unetlens.network..",
			"org.unetlens.graph..", "org.unetlens.train..", "org.unetlens.infer..")
			.should().dependOnClassesThat().resideInAnyPackage("org.nd4j.linalg..",
				"org.nd4j.autodiff..").check(project);
	}

	@Test
	void oneDnnIsKnownInItsPackageOnly() {
		noClasses().that().resideOutsideOfPackage("org.unetlens.onednn..").should()
			.dependOnClassesThat().resideInAnyPackage("org.bytedeco.dnnl..").check(
				project);
	}

	@Test
	void sciJavaAnnotationsAreUsedInConvertersAndCommandsOnly() {
		noClasses().that().resideOutsideOfPackages("..convert..", "..commands..")
			.should().dependOnClassesThat().haveFullyQualifiedName(
				"org.scijava.plugin.Plugin").orShould().dependOnClassesThat()
			.haveFullyQualifiedName("org.scijava.plugin.Parameter").check(project);
	}

	@Test
	void interfacesAreSmall() {
		classes().that().areInterfaces().should(new SmallInterface(6)).check(
			project);
	}
}
