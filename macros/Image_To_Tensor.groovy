#@ ImagePlus image
#@ ConvertService convert
#@output String summary

// Turns the active image into a tensor, which ND4J computes with. The last axes are c, y, x; x runs fastest.

import org.nd4j.linalg.api.ndarray.INDArray
import org.unetlens.engine.Engine

Engine.start()
INDArray tensor = convert.convert(image, INDArray.class)
summary = "axes of length " + tensor.shape() + ", mean " + tensor.meanNumber()
tensor.close()
