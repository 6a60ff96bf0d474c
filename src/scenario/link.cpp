#include <zlib.h>

#include "scenario/scenario.h"

namespace meada {
namespace {

constexpr std::string_view prefix = "#m";
constexpr std::string_view digits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

// What scripts of this kind are made of; the likeliest last, as deflate wants it. Part of the
// format: it never changes within a version.
constexpr std::string_view dictionary =
    "\"position\":{\"thread\":,\"event\":,\"offset\":\"machine\":{\"decisions\":[\"trace\":"
    "random.randint( random.random() isinstance( sorted( lambda enumerate( zip( len( range("
    "    except Exception as error:\\n        raise\\n    finally:\\n    try:\\n"
    "import queue\\nimport random\\nimport concurrent.futures\\nimport multiprocessing\\n"
    "with concurrent.futures.ThreadPoolExecutor(max_workers=) as executor:\\n"
    "threading.Lock()\\nthreading.Thread(target=worker, args=(,))\\n    thread.start()\\n"
    "thread.join()\\nfor thread in threads:\\nthreads.append(\\n    with lock:\\n"
    "        global counter\\n        counter += 1\\n"
    "if __name__ == \\\"__main__\\\":\\n    main()\\n"
    "class :\\n    def __init__(self, ):\\n        self. = return  not  in  is None while True:\\n"
    "import threading\\nimport time\\ntime.sleep(time.time()\\n    print(f\\\"\\\")\\n"
    "async def main():\\n    await asyncio.gather(\\n    task = asyncio.create_task(\\n"
    "await asyncio.sleep(\\nasyncio.run(main())\\n"
    "{\"meada\":1,\"file\":\"script.py\",\"source\":\"import asyncio\\n\\n\\nasync def ";

// `character`: of the fragment's text, from 1.
Error damaged(Reason reason, size_t character, size_t length) {
    const std::string at = std::to_string(character);
    return Error{ErrorCode::link_damaged,
                 {reason_argument(reason), at, std::to_string(length)}, {}, at};
}

Error too_large(size_t limit) {
    return Error{ErrorCode::link_too_large, {std::to_string(limit)}, {}, {}};
}

std::string to_base64(std::string_view bytes) {
    std::string text;
    uint32_t bits = 0;
    int count = 0;
    for (const char byte : bytes) {
        bits = bits << 8 | static_cast<uint8_t>(byte);
        for (count += 8; count >= 6; count -= 6) text += digits[bits >> (count - 6) & 63];
    }
    if (count > 0) text += digits[bits << (6 - count) & 63];
    return text;
}

// A link's text read from its front; what is wrong is said with the character where it is.
struct LinkReader {
    std::string_view link;
    size_t at = 0;

    Error damaged_at(Reason reason, size_t index) const {
        return damaged(reason, std::min(index + 1, link.size()), link.size());
    }
    Result<bool> take_version();
    Result<std::string> take_bytes();
    // Where byte `index` of what take_bytes gave begins in the link.
    size_t character_of_byte(size_t index) const { return at + index * 8 / 6; }
};

Result<bool> LinkReader::take_version() {
    if (!link.starts_with(prefix)) return damaged_at(Reason::no_link_prefix, 1);
    const size_t dot = link.find('.');
    const std::string_view version = link.substr(prefix.size(), dot - prefix.size());
    const bool number = !version.empty() && version.size() < 12 &&
                        version.find_first_not_of("0123456789") == std::string_view::npos;
    if (dot == std::string_view::npos || !number)
        return damaged_at(Reason::no_version, prefix.size());
    if (version != std::to_string(scenario_version))
        return Error{ErrorCode::link_version,
                     {std::string(version), std::to_string(scenario_version)}, {}, {}};
    at = dot + 1;
    return true;
}

Result<std::string> LinkReader::take_bytes() {
    std::string bytes;
    uint32_t bits = 0;
    int count = 0;
    for (size_t index = at; index < link.size(); ++index) {
        const size_t digit = digits.find(link[index]);
        if (digit == std::string_view::npos) return damaged_at(Reason::not_a_link_character, index);
        bits = bits << 6 | static_cast<uint32_t>(digit);
        count += 6;
        if (count >= 8) {
            count -= 8;
            bytes += static_cast<char>(bits >> count & 0xff);
        }
    }
    if (count >= 6 || (bits & ((1u << count) - 1)) != 0)
        return damaged_at(Reason::cut_short, link.size());
    return bytes;
}

const Bytef* as_bytes(std::string_view text) { return reinterpret_cast<const Bytef*>(text.data()); }

std::string deflate_text(std::string_view text) {
    z_stream stream{};
    int status = deflateInit2(&stream, 9, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY);
    ASSERT(status == Z_OK);
    deflateSetDictionary(&stream, as_bytes(dictionary), static_cast<uInt>(dictionary.size()));
    std::string out(deflateBound(&stream, static_cast<uLong>(text.size())), '\0');
    stream.next_in = const_cast<Bytef*>(as_bytes(text));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    status = deflate(&stream, Z_FINISH);
    ASSERT(status == Z_STREAM_END);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

struct Inflated {
    enum class End : uint8_t { whole, cut_short, was_changed, something_follows, too_large };
    std::string text;
    End end = End::whole;
    size_t bytes_read = 0;
};

Inflated inflate_text(std::string_view bytes) {
    z_stream stream{};
    const int opened = inflateInit2(&stream, -15);
    ASSERT(opened == Z_OK);
    inflateSetDictionary(&stream, as_bytes(dictionary), static_cast<uInt>(dictionary.size()));
    stream.next_in = const_cast<Bytef*>(as_bytes(bytes));
    stream.avail_in = static_cast<uInt>(bytes.size());
    Inflated result;
    int status = Z_OK;
    while (status == Z_OK && result.text.size() <= scenario_size_bytes_max) {
        char buffer[16384];
        stream.next_out = reinterpret_cast<Bytef*>(buffer);
        stream.avail_out = sizeof buffer;
        status = inflate(&stream, Z_NO_FLUSH);
        result.text.append(buffer, sizeof buffer - stream.avail_out);
        if (status == Z_OK && stream.avail_in == 0 && stream.avail_out > 0) break;
    }
    result.bytes_read = bytes.size() - stream.avail_in;
    inflateEnd(&stream);
    using End = Inflated::End;
    if (result.text.size() > scenario_size_bytes_max) result.end = End::too_large;
    else if (status == Z_OK || status == Z_BUF_ERROR) result.end = End::cut_short;
    else if (status != Z_STREAM_END) result.end = End::was_changed;
    else if (result.bytes_read < bytes.size()) result.end = End::something_follows;
    return result;
}

uint32_t checksum(std::string_view text) {
    return static_cast<uint32_t>(crc32(0, as_bytes(text), static_cast<uInt>(text.size())));
}

}  // namespace

std::string to_link(const Scenario& scenario) {
    const std::string json = to_json(scenario);
    const uint32_t sum = checksum(json);
    std::string bytes(reinterpret_cast<const char*>(&sum), sizeof sum);
    bytes += deflate_text(json);
    return std::string(prefix) + std::to_string(scenario_version) + "." + to_base64(bytes);
}

bool is_link(std::string_view text) {
    const size_t hash = text.find('#');
    return hash != std::string_view::npos && text.substr(hash).starts_with(prefix);
}

bool looks_like_link(std::string_view word) {
    return word.starts_with('#') || is_link(word) || word.starts_with("https://") ||
           word.starts_with("http://") || word.starts_with("file://");
}

Result<Scenario> scenario_from_link(std::string_view link) {
    const size_t hash = link.find('#');
    if (hash == std::string_view::npos)
        return damaged(Reason::no_hash_sign, link.size(), link.size());
    link = link.substr(hash);
    while (!link.empty() && (link.back() == '\n' || link.back() == ' ')) link.remove_suffix(1);
    if (link.size() > link_size_bytes_max) return too_large(link_size_bytes_max);
    LinkReader reader{link};
    if (const auto version = reader.take_version(); !version) return version.error();
    const auto bytes = reader.take_bytes();
    if (!bytes) return bytes.error();
    uint32_t sum = 0;
    if (bytes->size() < sizeof sum) return reader.damaged_at(Reason::cut_short, link.size());
    std::memcpy(&sum, bytes->data(), sizeof sum);
    const Inflated json = inflate_text(std::string_view(*bytes).substr(sizeof sum));
    const size_t stopped = reader.character_of_byte(sizeof sum + json.bytes_read);
    switch (json.end) {
        case Inflated::End::whole: break;
        case Inflated::End::cut_short: return reader.damaged_at(Reason::cut_short, link.size());
        case Inflated::End::was_changed: return reader.damaged_at(Reason::was_changed, stopped);
        case Inflated::End::something_follows:
            return reader.damaged_at(Reason::something_follows, stopped);
        case Inflated::End::too_large: return too_large(scenario_size_bytes_max);
    }
    if (checksum(json.text) != sum)
        return reader.damaged_at(Reason::checksum_differs, reader.at);
    return scenario_from_json(json.text);
}

}  // namespace meada
