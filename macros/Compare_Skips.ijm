// Compares what each skip connection of a U-Net gives, on an image with truth,
// and prints the numbers of the skips, from the tables that the command writes.
//
// In ImageJ: Plugins > Macros > Run..., and choose the files.
// Without a person: ImageJ -batch Compare_Skips.ijm "image=[IMAGE] truth=[LABELS] output=[FOLDER] model=nuclei"
// A report that is in the folder already is replaced only with overwrite=true.

var options = getArgument();
var image = option("image", "");
if (image == "") image = File.openDialog("Image");
var truth = option("truth", "");
if (truth == "" && options == "") truth = File.openDialog("Label image of the true objects");
var output = option("output", "");
if (output == "") output = getDirectory("Folder for the report");
var model = option("model", "nuclei");
var overwrite = option("overwrite", "false");

setBatchMode(true);
labels = "None";
if (truth != "") {
	open(truth);
	rename("true objects");
	labels = getTitle();
}
open(image);
run("Compare Skip Connections...", "image=[" + getTitle() + "] model=[" + model + "] truth=[" + labels +
	"] output=[" + output + "] overwrite=" + overwrite);

lines = split(File.openAsString(output + File.separator + "effects.csv"), "\n");
for (i = 1; i < lines.length; i++) {
	cells = split(lines[i], ",");
	if (cells[2] == "loss when only this one is off" && cells[3] == "Boundary F 2 px")
		print(cells[1] + ": " + cells[2] + ", " + cells[3] + " " + d2s(parseFloat(cells[4]), 3));
}
print("Report: " + output + File.separator + "report.html");

// The value of key=value or key=[value with spaces] in the macro's argument.
function option(key, standard) {
	start = indexOf(options, key + "=");
	if (start < 0) return standard;
	value = substring(options, start + lengthOf(key) + 1);
	if (startsWith(value, "[")) return substring(value, 1, indexOf(value, "]"));
	end = indexOf(value + " ", " ");
	return substring(value, 0, end);
}
