
package org.unetlens.tensor;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.DataAccess;
import net.imglib2.type.NativeType;
import net.imglib2.type.NativeTypeFactory;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * An image over the memory of a tensor. Holds the tensor, so that its memory
 * stays as long as the image and its accessors are in use.
 */
final class TensorImg<T extends NativeType<T>, A extends DataAccess> extends
	ArrayImg<T, A>
{

	private final INDArray tensor;

	@SuppressWarnings("unchecked")
	TensorImg(final INDArray tensor, final A access, final long[] size,
		final T type)
	{
		super(access, size, type.getEntitiesPerPixel());
		this.tensor = tensor;
		setLinkedType(((NativeTypeFactory<T, A>) type.getNativeTypeFactory())
			.createLinkedType(this));
	}

	/** The tensor whose memory this is; shared. */
	INDArray tensor() {
		return tensor;
	}
}
