
package org.unetlens.cli;

import picocli.CommandLine.IVersionProvider;

/** The version from the jar's manifest. */
final class Version implements IVersionProvider {

	@Override
	public String[] getVersion() {
		final String version = Main.class.getPackage().getImplementationVersion();
		return new String[] { "U-Net Lens " + (version == null ? "(development)"
			: version), "Java " + System.getProperty("java.version") + ", " + System
				.getProperty("os.name") + " " + System.getProperty("os.arch") };
	}
}
