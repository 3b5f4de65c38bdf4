#include "app/cli/interrupt.h"

#include <csignal>

namespace app {

CancelOnInterrupt::CancelOnInterrupt(model::Connection &connection)
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    // The thread inherits the mask, and waits for what no thread takes.
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
