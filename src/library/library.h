// The modelled standard library: Python modules written for this project over native primitives,
// compiled once into the boot image. The door.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "code/module_source.h"
#include "machine/machine.h"

namespace meada {

// Every native there is, vm's first. Positions in it are in the boot image and in snapshots.
std::span<const NativeRow> all_natives();

struct LibraryFile {
    std::string path;  // below src/library, as "asyncio/locks.py"
    std::string source;
};
// As every build takes it: each step of indentation is one space, because a tenth of what the page
// downloads would be spaces. Lines stay what they are.
std::string dedented(const std::string& source);
// A booted block: types, natives, the prelude and every module's body run, serialised.
// Errors: syntax (place: the path), image_damaged (what went wrong while a body ran).
Result<Bytes> build_boot_image(const std::vector<LibraryFile>&);
// The same files as bytes, without their comments, and which image they give. build_boot_image
// makes that image of what unpack_library gives back, too.
Bytes pack_library(const std::vector<LibraryFile>&, std::span<const uint8_t> image);
// Those of rare_modules.def, which are in neither: rare.cpp.
Bytes pack_rare_modules(const std::vector<LibraryFile>&);
std::vector<LibraryFile> unpack_library(std::span<const uint8_t> packed);

struct Script {
    std::string file_name;  // as tracebacks show it
    std::string source;     // UTF-8
    std::string input;      // standard input
    std::string program;    // sys.argv[0]; empty: file_name
    std::vector<std::string> arguments;  // sys.argv behind that
    std::vector<ModuleSource> modules;   // a file name without folders: beside the script
};
// A machine about to run the script. Errors: syntax, image_damaged, knob_range.
Result<std::unique_ptr<Machine>> make_machine(const MachineSpec&, std::span<const uint8_t> image,
                                              const Script&);
// The image of this program. The build links it in, or, where it has to be downloaded, the packed
// library, a tenth as many bytes: then the first call makes the image.
std::span<const uint8_t> linked_boot_image();

}  // namespace meada
