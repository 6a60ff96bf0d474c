// The library as bytes to download, and the image that a program starts its machines from.
//
// Packed: the hash of the image (8 bytes, little-endian), then each file's path and its source,
// both with a zero behind. Comments are left out, but for their lines: places stay what they are.
// The rare modules (rare.cpp): of each the first letter of its origin, its path and its source,
// both with a zero behind; a zero where a letter would be ends them.
#include <algorithm>

#include "base/hash.h"
#include "lang/lang.h"
#include "library/library.h"

// cmake/Programs.cmake: one of the two is empty; both are in the program that builds the image.
extern "C" const unsigned char meada_boot_image[], meada_boot_image_end[];
extern "C" const unsigned char meada_packed_library[], meada_packed_library_end[];

namespace meada {
namespace {

constexpr uint32_t hash_size = 8;

struct RareRow {
    const char* path;
    const char* origin;
};
constexpr RareRow rare_rows[] = {
#define RARE_MODULE(path, origin) {path, #origin},
#include "library/rare_modules.def"
#undef RARE_MODULE
};

bool is_rare(const LibraryFile& file) {
    return std::ranges::find(rare_rows, file.path, &RareRow::path) != std::end(rare_rows);
}

std::string without_comments(const std::string& source) {
    std::string out;
    size_t kept = 0;
    for (const lang::Token& token : lang::tokenize(source)) {
        if (token.kind != lang::TokenKind::comment) continue;
        out.append(source, kept, token.offset - kept);
        out.erase(out.find_last_not_of(' ') + 1);
        kept = token.offset + token.size;
    }
    return out + source.substr(kept);
}

void append(Bytes& out, const LibraryFile& file) {
    for (const std::string& text : {file.path, without_comments(file.source)}) {
        out.insert(out.end(), text.begin(), text.end());
        out.push_back(0);
    }
}

Bytes image_of(std::span<const uint8_t> packed) {
    if (packed.empty()) return {};
    Result<Bytes> image = build_boot_image(unpack_library(packed));
    ASSERT(image);
    uint64_t hash = 0;
    for (uint32_t index = 0; index < hash_size; ++index)
        hash |= uint64_t(packed[index]) << (8 * index);
    // Else links and snapshots of other builds would not go on here.
    ASSERT(hash_bytes(hash_start, *image) == hash);
    return std::move(*image);
}

}  // namespace

std::string dedented(const std::string& source) {
    constexpr size_t step = 4;
    std::vector<bool> is_text;  // by offset: inside of a string, whose spaces are its own
    is_text.resize(source.size() + 1);
    for (const lang::Token& token : lang::tokenize(source))
        if (token.kind == lang::TokenKind::string)
            std::fill_n(is_text.begin() + std::ptrdiff_t(token.offset + 1), token.size - 1, true);
    std::string out;
    for (size_t line = 0; line < source.size();) {
        const size_t end = std::min(source.find('\n', line), source.size() - 1) + 1;
        const size_t code = std::min(source.find_first_not_of(' ', line), end);
        const bool own = !is_text[line] && code < end;
        out.append(own ? (code - line + step - 1) / step : code - line, ' ');
        out.append(source, code, end - code);
        line = end;
    }
    return out;
}

Bytes pack_library(const std::vector<LibraryFile>& files, std::span<const uint8_t> image) {
    Bytes out;
    const uint64_t hash = hash_bytes(hash_start, image);
    for (uint32_t index = 0; index < hash_size; ++index)
        out.push_back(uint8_t(hash >> (8 * index)));
    for (const LibraryFile& file : files)
        if (!is_rare(file)) append(out, file);
    return out;
}

Bytes pack_rare_modules(const std::vector<LibraryFile>& files) {
    Bytes out;
    for (const RareRow& row : rare_rows) {
        const auto file = std::ranges::find(files, std::string_view(row.path), &LibraryFile::path);
        ASSERT(file != files.end());
        out.push_back(uint8_t(row.origin[0]));
        append(out, *file);
    }
    out.push_back(0);
    return out;
}

std::vector<LibraryFile> unpack_library(std::span<const uint8_t> packed) {
    std::vector<LibraryFile> files;
    const char* at = reinterpret_cast<const char*>(packed.data()) + hash_size;
    const char* const end = reinterpret_cast<const char*>(packed.data()) + packed.size();
    while (at < end) {
        LibraryFile file;
        file.path = at;
        at += file.path.size() + 1;
        file.source = at;
        at += file.source.size() + 1;
        files.push_back(std::move(file));
    }
    return files;
}

std::span<const uint8_t> linked_boot_image() {
    const std::span linked(meada_boot_image, meada_boot_image_end);
    if (!linked.empty()) return linked;
    // Made once and never changed: two engines on two threads may share it.
    static const Bytes made = image_of({meada_packed_library, meada_packed_library_end});
    return made;
}

}  // namespace meada
