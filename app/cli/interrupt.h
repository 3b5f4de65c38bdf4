#pragma once

#include "model/database/connection.h"

#include <atomic>
#include <thread>

namespace app {

/// While one lives, Ctrl+C and a request to end cancel the connection's statement instead of ending the
/// program: what fails so is undone in order.
class CancelOnInterrupt
{
public:
    explicit CancelOnInterrupt(model::Connection &connection);
    ~CancelOnInterrupt();

private:
    std::atomic<bool> m_isOver = false;
    std::thread m_thread;
};

}
