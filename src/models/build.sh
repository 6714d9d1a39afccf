#!/usr/bin/env bash
# Rebuilds the bundled models from public image sets and measures them on their test parts.
#
#   src/models/build.sh DATA_FOLDER [nuclei | nuclei-no-skips | nuclei-no-skip-0 | membranes | isbi] [STEPS]
#
# DATA_FOLDER holds dsb2018_fluo, bbbc039_u2os, vnc_sstem_3d (and isbi2012_em), each with
# {train,test}/{images,labels}. Models go to target/models; an interrupted build is resumed.
# The twins are trained as the bundled nuclei model says that it was; STEPS is for the other models.
# The isbi model is a benchmark: the terms of its images do not allow bundling it.
set -euo pipefail
data=$(cd "$1" && pwd)
cd "$(dirname "$0")/../.."
mkdir -p target/models

run() {
	local name=$1; shift
	local resume=()
	[ -e "target/models/$name.checkpoint.zip" ] && resume=(--resume)
	mvn -q -B compile dependency:build-classpath -Dmdep.outputFile=target/classpath
	java -Xmx4g -cp "target/classes:$(cat target/classpath)" org.unetlens.cli.Main "$@" \
		--output "target/models/$name.zip" --overwrite "${resume[@]}"
}

train() {
	local name=$1; shift
	run "$name" train --name "$name" --author "U-Net Lens developers" "$@"
}

set_of() {
	echo --images "$data/$1/train/images" --labels "$data/$1/train/labels" \
		--test-images "$data/$1/test/images" --test-labels "$data/$1/test/labels"
}

# twin NAME SKIPS: of the bundled model nuclei, with the settings that are stored in it
twin() {
	run "$1" train-twin --model nuclei --skips "$2" $(set_of dsb2018_fluo) $(set_of bbbc039_u2os)
}

vnc_license="CC-BY-4.0"

case "${2:-nuclei}" in
	nuclei)
		train nuclei $(set_of dsb2018_fluo) $(set_of bbbc039_u2os) --target objects --generated 40 \
			--class-weights 1,1,1.5 --batch 4 --steps "${3:-2200}" --learning-rate 0.0012 --validate-every 200 \
			--description "Nuclei in fluorescence images, of many cell types and magnifications." \
			--license CC0-1.0 --tag fluorescence --tag nuclei \
			--data "BBBC038 (Data Science Bowl 2018), fluorescence subset|CC0-1.0|Caicedo et al., Nature Methods 16, 1247-1253 (2019)" \
			--data "BBBC039, Hoechst-stained U2OS cells|CC0-1.0|Caicedo et al., Cytometry Part A 95, 952-965 (2019)" \
			--cite "Ronneberger, Fischer, Brox, U-Net, MICCAI 2015|10.1007/978-3-319-24574-4_28" \
			--cite "Caicedo et al., Nucleus segmentation across imaging experiments, Nature Methods 16, 1247-1253 (2019)|10.1038/s41592-019-0612-7" \
			--cite "Caicedo et al., Cytometry Part A 95, 952-965 (2019)|10.1002/cyto.a.23863"
		;;
	nuclei-no-skips)
		twin nuclei-no-skips none
		;;
	nuclei-no-skip-0)
		twin nuclei-no-skip-0 1+2+3
		;;
	membranes)
		train membranes $(set_of vnc_sstem_3d) --target membranes --values 1 --batch 4 --steps "${3:-900}" --validate-every 100 \
			--description "Membranes of neurons in electron micrographs of serial sections (ssTEM, about 4.6 nm per pixel)." \
			--license "$vnc_license" --tag electron-microscopy --tag membranes \
			--data "Segmented anisotropic ssTEM data set of neural tissue, stack 1|$vnc_license|Gerhard et al., figshare (2013), 10.6084/m9.figshare.856713" \
			--cite "Ronneberger, Fischer, Brox, U-Net, MICCAI 2015|10.1007/978-3-319-24574-4_28" \
			--cite "Gerhard, Funke, Martel, Cardona, Fetter, Segmented anisotropic ssTEM dataset of neural tissue, figshare (2013)|10.6084/m9.figshare.856713"
		;;
	isbi)
		train isbi $(set_of isbi2012_em) --target membranes --values 0 --batch 4 --steps "${3:-900}" --validate-every 150 \
			--description "Benchmark only: membranes of the ISBI 2012 challenge." --license other \
			--data "ISBI 2012 EM segmentation challenge|non-commercial|Cardona et al., PLoS Biology 8(10), e1000502 (2010)"
		;;
	*)
		echo "Unknown model $2; there are nuclei, nuclei-no-skips, nuclei-no-skip-0, membranes and isbi" >&2
		exit 2
		;;
esac
