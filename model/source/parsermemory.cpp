#include "model/source/parsermemory.h"

#include <tree_sitter/api.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>

namespace model::source {

namespace {

constexpr size_t blockSize = 1 << 20;
constexpr size_t headSize = 16; ///< before each piece: how large it is

thread_local ParserMemory *currentMemory = nullptr;

void *takeMemory(size_t size)
{
    return currentMemory ? currentMemory->allocate(size) : std::malloc(size);
}

void *takeZeroes(size_t count, size_t size)
{
    if (!currentMemory)
        return std::calloc(count, size);
    void *memory = currentMemory->allocate(count * size);
    std::memset(memory, 0, count * size);
    return memory;
}

void *takeMore(void *memory, size_t size)
{
    return currentMemory ? currentMemory->reallocate(memory, size) : std::realloc(memory, size);
}

void giveBack(void *memory)
{
    if (!currentMemory)
        std::free(memory);
}

}

ParserMemory::ParserMemory(size_t limit, size_t &tooMuch)
    : m_limit(limit), m_tooMuch(tooMuch), m_outer(currentMemory)
{
    static const bool isSet = [] {
        ts_set_allocator(takeMemory, takeZeroes, takeMore, giveBack);
        return true;
    }();
    (void)isSet;
    currentMemory = this;
}

ParserMemory::~ParserMemory()
{
    currentMemory = m_outer;
}

void *ParserMemory::allocate(size_t size)
{
    const size_t needed = headSize + ((size + 15) & ~size_t(15));
    if (needed > m_left) {
        const size_t block = std::max(blockSize, needed);
        m_blocks.push_back(std::make_unique_for_overwrite<std::byte[]>(block));
        m_next = m_blocks.back().get();
        m_left = block;
        m_used += block;
        if (m_used > m_limit)
            m_tooMuch = 1;
    }
    std::byte *memory = m_next + headSize;
    std::memcpy(m_next, &size, sizeof size);
    m_next += needed;
    m_left -= needed;
    return memory;
}

void *ParserMemory::reallocate(void *memory, size_t size)
{
    if (!memory)
        return allocate(size);
    size_t before = 0;
    std::memcpy(&before, static_cast<std::byte *>(memory) - headSize, sizeof before);
    if (size <= before)
        return memory;
    void *larger = allocate(size);
    std::memcpy(larger, memory, before);
    return larger;
}

}
