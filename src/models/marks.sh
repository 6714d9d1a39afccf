#!/usr/bin/env bash
# Trains with defaults for so many minutes on three image sets and measures the models on their test parts.
#
#   src/models/marks.sh DATA_FOLDER [MINUTES] [SET ...]
#
# DATA_FOLDER holds usiigaci_phase, dsb2018_histology and axon_myelin_sem, each with {train,test}/{images,labels}.
# MINUTES: 10. Models and logs go to target/marks/MINUTES. For comparable figures nothing else may run, and of larger
# machines two processors are to be used: taskset -c 0,1 src/models/marks.sh ...
# The test images are only measured on; what is chosen (weights, thresholds) is chosen on validation images.
set -euo pipefail
data=$(cd "$1" && pwd)
minutes=${2:-10}
shift $(($# < 2 ? $# : 2))
[ $# -gt 0 ] || set -- usiigaci_phase dsb2018_histology axon_myelin_sem
cd "$(dirname "$0")/../.."
out=target/marks/$minutes
mkdir -p "$out"
mvn -o -q -B compile dependency:build-classpath -Dmdep.outputFile=target/classpath
for set in "$@"; do
	java -Xmx4g -cp "target/classes:$(cat target/classpath)" org.unetlens.cli.Main train \
		--images "$data/$set/train/images" --labels "$data/$set/train/labels" \
		--test-images "$data/$set/test/images" --test-labels "$data/$set/test/labels" \
		--output "$out/$set.zip" --overwrite --minutes "$minutes" | tee "$out/$set.log"
	echo "== $set, $minutes minutes"
	grep '^test' "$out/$set.log"
done
