// What the page downloads instead of the boot image gives that image.
#include "library/library.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace meada;

namespace {
std::vector<LibraryFile> library_files() {
    const std::string root = MEADA_SOURCE_DIR "/src/library/";
    std::vector<LibraryFile> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
        if (entry.path().extension() != ".py") continue;
        std::ostringstream source;
        source << std::ifstream(entry.path(), std::ios::binary).rdbuf();
        files.push_back({entry.path().string().substr(root.size()), dedented(source.str())});
    }
    std::ranges::sort(files, {}, &LibraryFile::path);
    return files;
}
}  // namespace

TEST_CASE("the packed library has no comments and gives the image of the unpacked one") {
    std::vector<LibraryFile> files = library_files();
    const std::vector<LibraryFile> unpacked =
        unpack_library(pack_library(files, linked_boot_image()));
    // The rare modules are packed for themselves.
    const size_t all = files.size();
    std::erase_if(files, [&](const LibraryFile& file) {
        return std::ranges::find(unpacked, file.path, &LibraryFile::path) == unpacked.end();
    });
    CHECK(files.size() < all);
    REQUIRE(unpacked.size() == files.size());
    for (size_t index = 0; index < files.size(); ++index) {
        INFO(files[index].path);
        CHECK(unpacked[index].path == files[index].path);
        const std::string& source = unpacked[index].source;
        CHECK(std::ranges::count(source, '\n') == std::ranges::count(files[index].source, '\n'));
        CHECK_FALSE(source.starts_with('#'));
    }
    const Result<Bytes> image = build_boot_image(unpacked);
    REQUIRE(image);
    CHECK(std::ranges::equal(*image, linked_boot_image()));
}

TEST_CASE("a step of indentation is one space, and what a string holds stays as it is") {
    CHECK(dedented("def f():\n    if x:\n        return \"\"\"a\n    b\"\"\"\n") ==
          "def f():\n if x:\n  return \"\"\"a\n    b\"\"\"\n");
    CHECK(dedented("f(1,\n  2)\n\nx = 1") == "f(1,\n 2)\n\nx = 1");
}
