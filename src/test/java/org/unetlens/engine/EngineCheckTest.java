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

package org.unetlens.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.unetlens.engine.CheckResult.Verdict;
import org.unetlens.onednn.OneDnn;

class EngineCheckTest {

	@Test
	void hereAllIsSound() {
		final List<CheckResult> found = EngineCheck.look();
		found.forEach(f -> assertFalse(f.verdict() == Verdict.PROBLEM, f::text));
		final String all = found.toString();
		assertTrue(all.contains("ND4J 1.0.0-M2.1, JavaCPP 1.5.10"), all);
		assertTrue(all.contains("each is there once"), all);
		assertTrue(all.contains(Runtime.version().toString()), all);
		assertEquals(Verdict.SOUND, EngineCheck.start(Progress.NONE).verdict());
	}

	@Test
	void whoComputesConvolutionsIsSaid() {
		assertTrue(EngineCheck.start(Progress.NONE).text().matches(
			".*convolutions by (oneDNN \\d+\\.\\d+\\.\\d+|ND4J \\(oneDNN is used on (Linux with Intel or AMD processors|processors with AVX-512) only\\))"));
		System.setProperty(OneDnn.PROPERTY, "false");
		try {
			assertSays(Verdict.SOUND, "ND4J (oneDNN is switched off", EngineCheck
				.start(Progress.NONE));
		}
		finally {
			System.clearProperty(OneDnn.PROPERTY);
		}
	}

	private static void assertSays(final Verdict verdict, final String text,
		final CheckResult found)
	{
		assertEquals(verdict, found.verdict(), found::text);
		assertTrue(found.text().contains(text), found::text);
	}

	@Test
	void whatIsWrongIsSaidWithWhatToDo() {
		assertSays(Verdict.PROBLEM, "Java 17 or newer", EngineCheck.java(
			Runtime.Version.parse("11.0.2"), "X"));
		assertSays(Verdict.PROBLEM, "AVX2", EngineCheck.processor(new Processor(
			"linux", "x86_64", Optional.of(false))));
		assertSays(Verdict.PROBLEM, "no native code for linux-riscv64", EngineCheck
			.processor(new Processor("linux", "riscv64", Optional.empty())));
		assertSays(Verdict.NOTE, "Memory & Threads", EngineCheck.heap(511));
		assertSays(Verdict.NOTE, "close other programs", EngineCheck.memory(1400,
			980));
		assertSays(Verdict.SOUND, "up to 2800 MB", EngineCheck.memory(4000, 2800));
	}

	@Test
	void diskMattersOnlyBeforeTheFirstUse() {
		final Path folder = Path.of("cache");
		assertSays(Verdict.SOUND, "cache", EngineCheck.cache(folder, true, 3,
			false));
		assertSays(Verdict.PROBLEM, "less than the 520 MB", EngineCheck.cache(
			folder, false, 500, true));
		assertSays(Verdict.PROBLEM, "cannot be written to", EngineCheck.cache(
			folder, false, 5000, false));
		assertSays(Verdict.SOUND, "5000 MB free", EngineCheck.cache(folder, false,
			5000, true));
	}

	@Test
	void twoJarsOfTheSameClassesAreNamed() {
		assertEquals(Optional.empty(), EngineCheck.duplicate(List.of("a.jar")));
		assertSays(Verdict.PROBLEM, "in a.jar and in b.jar", EngineCheck.duplicate(
			List.of("a.jar", "b.jar")).orElseThrow());
	}

	@Test
	void theVersionIsReadFromTheJar() {
		assertEquals(Optional.of("1.0.0-M2.1"), EngineCheck.nd4jVersion(
			"jar:file:/a/nd4j-native-1.0.0-M2.1.jar!/org/x"));
		assertEquals(Optional.empty(), EngineCheck.nd4jVersion("file:/classes"));
	}

	/** As the JVM words it when ImageJ has loaded its plugins anew. */
	@Test
	void aSecondClassLoaderIsExplained() {
		final Throwable e = new ExceptionInInitializerError(new RuntimeException(
			new UnsatisfiedLinkError(
				"Native Library /x/libjnijavacpp.so already loaded in another classloader")));
		assertTrue(Engine.reason(e).contains("Restart ImageJ"));
		assertTrue(Engine.reason(new RuntimeException("x")).contains(
			"Check Installation"));
	}
}
