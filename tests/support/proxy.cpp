#include "tests/support/proxy.h"

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <vector>

namespace test {

namespace {

constexpr int pause = 20; // ms

sockaddr_in loopback(int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(uint16_t(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

/// False once the other side has closed.
bool pass(int from, int to)
{
    char buffer[65536];
    const ssize_t count = ::recv(from, buffer, sizeof buffer, 0);
    return count > 0 && ::send(to, buffer, size_t(count), MSG_NOSIGNAL) == count;
}

}

Proxy::Proxy(int target) : m_target(target), m_listening(::socket(AF_INET, SOCK_STREAM, 0))
{
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    if (::bind(m_listening, reinterpret_cast<sockaddr *>(&address), size) != 0
        || ::listen(m_listening, 9) != 0
        || ::getsockname(m_listening, reinterpret_cast<sockaddr *>(&address), &size) != 0)
        qFatal("no port for a proxy");
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { listen(); });
}

Proxy::~Proxy()
{
    m_isOver = true;
    m_thread.join();
    ::close(m_listening);
}

void Proxy::lose(Loss loss, const QByteArray &word, bool thenCloses)
{
    m_word = word;
    m_closes = thenCloses;
    m_loss = loss;
}

void Proxy::listen()
{
    std::vector<std::thread> running;
    while (!m_isOver) {
        pollfd waiting{m_listening, POLLIN, 0};
        if (::poll(&waiting, 1, pause) <= 0)
            continue;
        const int client = ::accept(m_listening, nullptr, nullptr);
        if (m_isOpen) {
            ++m_connections;
            running.emplace_back([this, client] { forward(client); });
        } else {
            ::close(client);
        }
    }
    for (std::thread &each : running)
        each.join();
}

void Proxy::forward(int client)
{
    const int server = ::socket(AF_INET, SOCK_STREAM, 0);
    const sockaddr_in address = loopback(m_target);
    bool isUp = ::connect(server, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    while (isUp && !m_isOver) {
        pollfd both[]{{client, POLLIN, 0}, {server, POLLIN, 0}};
        if (::poll(both, 2, pause) <= 0)
            continue;
        if (both[0].revents) {
            char buffer[65536];
            const ssize_t count = ::recv(client, buffer, sizeof buffer, 0);
            if (count <= 0)
                break;
            const bool isWord = m_loss != Loss::None && QByteArray(buffer, count).contains(m_word);
            const Loss loss = isWord ? m_loss.exchange(Loss::None) : Loss::None;
            if (loss != Loss::None && m_closes)
                m_isOpen = false;
            if (loss == Loss::Request)
                break;
            isUp = ::send(server, buffer, size_t(count), MSG_NOSIGNAL) == count;
            if (loss == Loss::Answer) {
                // Until it has answered, it may not have read what it was sent.
                (void)::recv(server, buffer, sizeof buffer, 0);
                break;
            }
        }
        if (both[1].revents)
            isUp = isUp && pass(server, client);
    }
    ::close(server);
    ::close(client);
}

}
