// boot-image-builder IMAGE PACKED RARE ROOT FILE…: compiles the modelled library (Python files
// below ROOT) and writes the booted block, the library packed, and the rare modules packed. Run
// while building.
#include <cstdio>
#include <string>
#include <vector>

#include "library/library.h"

namespace {

bool read_file(const std::string& path, std::string& text) {
    std::FILE* file = std::fopen(path.c_str(), "rb");
    if (!file) return false;
    char buffer[65536];
    for (size_t count; (count = std::fread(buffer, 1, sizeof buffer, file)) > 0;)
        text.append(buffer, count);
    std::fclose(file);
    return true;
}

bool write_file(const std::string& path, const meada::Bytes& bytes) {
    std::FILE* file = std::fopen(path.c_str(), "wb");
    if (!file) return false;
    const bool written = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
    return std::fclose(file) == 0 && written;
}

int fail(const std::string& what) {
    std::fprintf(stderr, "boot-image-builder: %s\n", what.c_str());
    return 1;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 5) return fail("usage: boot-image-builder IMAGE PACKED RARE ROOT FILE...");
    const std::string root = std::string(argv[4]) + "/";
    std::vector<meada::LibraryFile> files;
    for (int index = 5; index < argc; ++index) {
        std::string path = argv[index], source;
        if (!read_file(path, source)) return fail("cannot read " + path);
        if (path.starts_with(root)) path.erase(0, root.size());
        files.push_back({path, meada::dedented(source)});
    }
    const meada::Result<meada::Bytes> image = meada::build_boot_image(files);
    if (!image) {
        std::string what = image.error().place;
        if (image.error().range.line) what += ":" + std::to_string(image.error().range.line);
        for (const std::string& argument : image.error().arguments) what += ": " + argument;
        return fail(what);
    }
    if (!write_file(argv[1], *image)) return fail(std::string("cannot write ") + argv[1]);
    if (!write_file(argv[2], meada::pack_library(files, *image)))
        return fail(std::string("cannot write ") + argv[2]);
    if (!write_file(argv[3], meada::pack_rare_modules(files)))
        return fail(std::string("cannot write ") + argv[3]);
    return 0;
}
