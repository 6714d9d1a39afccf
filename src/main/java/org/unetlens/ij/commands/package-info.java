/**
 * The commands of the menu Plugins &gt; U-Net Lens: each turns parameters into
 * one call of the core and shows what comes back. Parameter names are macro
 * keys and never change. Nothing is computed here.
 */

package org.unetlens.ij.commands;
