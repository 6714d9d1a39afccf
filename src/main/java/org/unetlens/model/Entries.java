
package org.unetlens.model;

/** The names of the entries in a model file, and how large each may be. */
final class Entries {

	static final String RDF = "rdf.yaml";
	static final String WEIGHTS = "weights.onnx";
	static final String TEST_INPUT = "test-input.npy";
	static final String TEST_OUTPUT = "test-output.npy";
	static final String COVER = "cover.png";
	static final String DOCUMENTATION = "documentation.md";

	/** Largest rdf.yaml that is read, in bytes. */
	static final long MAX_RDF = 1 << 18;
	/** Largest cover picture or documentation page, in bytes. */
	static final long MAX_PAGE = 1 << 23;
	/** Largest array of a test pair, in bytes. */
	static final long MAX_TEST = 1 << 25;
	/** Most trained values of a network that a model file can hold. */
	static final long MAX_VALUES = 1 << 28;

	private Entries() {}

	/** Entry of the i-th array of an optimiser's state. */
	static String optimizer(final int i) {
		return String.format("optimizer/%04d.npy", i);
	}
}
