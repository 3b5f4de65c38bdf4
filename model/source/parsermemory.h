#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace model::source {

/// The memory of one parse, given back as a whole. The parser of Debian 12 counts the parts of a node with 16
/// bits, and where a broken text has more of them in one place, it gives back what it was never given; here
/// that means nothing. While such an object lives, the parser of its thread takes all memory from it.
class ParserMemory
{
public:
    /// `tooMuch` is set when the limit is passed, so that the parser stops.
    ParserMemory(size_t limit, size_t &tooMuch);
    ~ParserMemory();
    ParserMemory(const ParserMemory &) = delete;

    void *allocate(size_t size);
    void *reallocate(void *memory, size_t size);

private:
    std::vector<std::unique_ptr<std::byte[]>> m_blocks;
    std::byte *m_next = nullptr;
    size_t m_left = 0;
    size_t m_used = 0;
    size_t m_limit = 0;
    size_t &m_tooMuch;
    ParserMemory *m_outer = nullptr;
};

}
