#include "app/cli/interrupt.h"

#include <csignal>

namespace app {

CancelOnInterrupt::CancelOnInterrupt(model::Connection &connection)
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    // All threads block the signals, as the new one inherits the mask; it alone waits for them.
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    m_thread = std::thread([this, &connection, signals] {
        constexpr timespec pause{.tv_nsec = 20'000'000};
        while (!m_isOver) {
            if (sigtimedwait(&signals, nullptr, &pause) > 0)
                connection.cancel();
        }
    });
}

CancelOnInterrupt::~CancelOnInterrupt()
{
    m_isOver = true;
    m_thread.join();
}

}
