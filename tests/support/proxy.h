#pragma once

#include <QByteArray>

#include <atomic>
#include <thread>

namespace test {

/// Stands between a client and a server on loopback, and loses connections.
class Proxy
{
public:
    explicit Proxy(int target);
    ~Proxy();

    int port() const { return m_port; }
    int connections() const { return m_connections; }

    enum class Loss {
        None,
        Answer, ///< the word reaches the server, its answer nobody
        Request, ///< the word does not reach the server
    };
    /// Loses the connection on which the client says a word next, and lets nobody through from then on where
    /// it is asked to.
    void lose(Loss loss, const QByteArray &word, bool thenCloses = false);
    /// Whether clients get through to the server.
    void setOpen(bool isOpen) { m_isOpen = isOpen; }

private:
    void listen();
    void forward(int client);

    int m_target;
    int m_listening = -1;
    int m_port = 0;
    QByteArray m_word;
    bool m_closes = false;
    std::atomic<Loss> m_loss = Loss::None;
    std::atomic<int> m_connections = 0;
    std::atomic<bool> m_isOpen = true;
    std::atomic<bool> m_isOver = false;
    std::thread m_thread;
};

}
