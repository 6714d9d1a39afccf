/**
 * The U-Net: its description, its weights, its graph, and plans that run it.
 * Also the arithmetic of tile sizes and receptive fields. It knows tensors, not
 * images; how images are cut into tiles is in {@code infer}.
 */

package org.unetlens.network;
