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

import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.bytedeco.javacpp.Loader;

/**
 * Looks whether the native code on the class path is there and fits its Java
 * classes.
 */
final class Natives {

	private static final String JAVACPP = "/org/bytedeco/javacpp/";
	private static final String ND4J = "/org/nd4j/linalg/cpu/nativecpu/bindings/";
	private static final Pattern VERSION = Pattern.compile(
		"javacpp-(\\d+(?:\\.\\d+)+)-");

	private Natives() {}

	static void requireMatching() {
		final String platform = Loader.getPlatform();
		final URL javacpp = resource(JAVACPP + platform, "jnijavacpp");
		if (javacpp == null) throw missing("javacpp", platform);
		requireSameVersion(loaderVersion(), javacpp.toString());
		if (resource(ND4J + platform + "-onednn-avx2", "jnind4jcpu") == null &&
			resource(ND4J + platform, "jnind4jcpu") == null) throw missing(
				"nd4j-native", platform);
	}

	/**
	 * Compares the version of the Java classes with the one in the name of the
	 * jar that holds the natives.
	 */
	static void requireSameVersion(final String classes,
		final String nativesJar)
	{
		final Matcher matcher = VERSION.matcher(nativesJar);
		if (!matcher.find() || matcher.group(1).equals(classes)) return;
		throw new EngineException("The classes of javacpp are version " + classes +
			", its native code is version " + matcher.group(1) +
			". Both must be the same: keep javacpp-" + classes + ".jar and javacpp-" +
			classes +
			"-<platform>.jar, and remove the others from the folder 'jars'");
	}

	static String loaderVersion() {
		try {
			return Loader.getVersion();
		}
		catch (final java.io.IOException e) {
			return "unknown";
		}
	}

	private static EngineException missing(final String library,
		final String platform)
	{
		return new EngineException("The native code of " + library + " for " +
			platform +
			" is not on the class path. Install the U-Net Lens files for this system (the jar whose name starts with " +
			library + " and ends with " + platform + ")");
	}

	/** The files of native code for this platform, as resources. */
	static List<String> files() {
		final String platform = Loader.getPlatform();
		final List<String> files = new ArrayList<>();
		for (final String name : names("jnijavacpp"))
			files.add(JAVACPP.substring(1) + platform + "/" + name);
		for (final String name : names("jnind4jcpu"))
			for (final String folder : List.of(platform, platform + "-onednn-avx2"))
				files.add(ND4J.substring(1) + folder + "/" + name);
		return files;
	}

	/** The jar or folder that a class comes from, if it is there. */
	static Optional<String> jar(final String resource) {
		final URL url = Natives.class.getResource("/" + resource);
		return url == null ? Optional.empty() : Optional.of(url.toString());
	}

	private static List<String> names(final String library) {
		return List.of("lib" + library + ".so", "lib" + library + ".dylib",
			library + ".dll");
	}

	private static URL resource(final String folder, final String library) {
		for (final String name : names(library)) {
			final URL url = Natives.class.getResource(folder + "/" + name);
			if (url != null) return url;
		}
		return null;
	}
}
