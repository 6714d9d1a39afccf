
package org.unetlens.ij.convert;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.scijava.convert.AbstractConverter;
import org.scijava.convert.Converter;
import org.scijava.plugin.Plugin;
import org.unetlens.ij.ImagePlusImages;
import org.unetlens.tensor.Tensors;

import ij.ImagePlus;

/**
 * Copies an image (x, y, channel[, z][, t]) into a tensor ([t,] [z,] channel,
 * y, x) of its type, colours as three channels of bytes.
 */
@Plugin(type = Converter.class)
public final class ImagePlusToTensor extends
	AbstractConverter<ImagePlus, INDArray>
{

	@Override
	public <T> T convert(final Object source, final Class<T> type) {
		return type.cast(Tensors.copy(ImagePlusImages.image((ImagePlus) source)));
	}

	@Override
	public Class<ImagePlus> getInputType() {
		return ImagePlus.class;
	}

	@Override
	public Class<INDArray> getOutputType() {
		return INDArray.class;
	}
}
