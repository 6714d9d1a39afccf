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

package org.unetlens.ui.report;

import java.io.IOException;
import java.io.InputStream;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Properties;

/**
 * When and with what a report was made.
 *
 * @param date e.g. {@code 2026-03-01 12:34 +01:00}
 * @param plugin version of U-Net Lens
 * @param java version and vendor
 * @param nd4j version of the library that computes
 * @param system operating system and processor
 */
public record Provenance(String date, String plugin, String java, String nd4j,
		String system) {

	private static final String ND4J =
		"/META-INF/maven/org.nd4j/nd4j-api/pom.properties";

	/** Of this moment and this machine. */
	public static Provenance now() {
		final String version = Provenance.class.getPackage()
			.getImplementationVersion();
		return new Provenance(OffsetDateTime.now().truncatedTo(ChronoUnit.MINUTES)
			.format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm xxx")),
			version == null ? "(development)" : version, property("java.version") +
				" (" + property("java.vendor") + ")", nd4jVersion(), property(
					"os.name") + " " + property("os.version") + ", " + property(
						"os.arch"));
	}

	private static String property(final String name) {
		return System.getProperty(name, "unknown");
	}

	private static String nd4jVersion() {
		try (InputStream in = Provenance.class.getResourceAsStream(ND4J)) {
			final Properties properties = new Properties();
			if (in != null) properties.load(in);
			return properties.getProperty("version", "unknown");
		}
		catch (final IOException exc) {
			return "unknown";
		}
	}
}
