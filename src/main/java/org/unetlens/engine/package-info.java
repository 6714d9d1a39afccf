/**
 * Starts the tensor engine safely and keeps its memory in order. Also how long
 * work reports progress and is canceled. It knows nothing of images or
 * networks.
 */

package org.unetlens.engine;
