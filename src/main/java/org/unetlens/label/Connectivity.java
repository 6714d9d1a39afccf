
package org.unetlens.label;

/** Which pixels count as neighbours. */
public enum Connectivity {

		/** Pixels that share an edge. */
		FOUR,
		/** Pixels that share an edge or a corner. */
		EIGHT

}
