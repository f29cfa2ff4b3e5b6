// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractEventDispatcher>
#include <QFuture>
#include <QMetaObject>
#include <QPromise>
#include <QThread>

#include <memory>
#include <type_traits>
#include <utility>

namespace signalbox {

/// Owns a thread and the one object that lives in it; calls are posted in, and its end joins the
/// thread.
template <typename Engine>
class OwnedThread
{
public:
    /// `name` is the thread's name in the system's tools (15 characters at most on Linux).
    template <typename... Arguments>
    explicit OwnedThread(const QString &name, Arguments &&...arguments)
        : OwnedThread(std::unique_ptr<QAbstractEventDispatcher>(), name,
                      std::forward<Arguments>(arguments)...)
    { }
    /// `dispatcher` is how the thread waits for events; null: as Qt does by itself.
    template <typename... Arguments>
    OwnedThread(std::unique_ptr<QAbstractEventDispatcher> dispatcher, const QString &name,
                Arguments &&...arguments)
        : m_engine(new Engine(std::forward<Arguments>(arguments)...))
    {
        m_thread.setObjectName(name);
        if (dispatcher)
            m_thread.setEventDispatcher(dispatcher.release()); // deleted by the thread's end
        m_engine->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, m_engine, &QObject::deleteLater);
        m_thread.start();
    }
    ~OwnedThread()
    {
        m_thread.quit();
        m_thread.wait();
    }
    Q_DISABLE_COPY_MOVE(OwnedThread)

    /// For connecting to the engine's signals; nothing else of it may be touched from outside.
    [[nodiscard]] const Engine *engine() const { return m_engine; }

    /// Runs `call(Engine &)` in the thread, after everything posted before.
    template <typename Call>
    void post(Call call)
    {
        QMetaObject::invokeMethod(
            m_engine, [engine = m_engine, call = std::move(call)]() mutable { call(*engine); },
            Qt::QueuedConnection);
    }

    /// Runs `call(Engine &)` in the thread; its value is the future's result. A future that the end
    /// of the thread overtakes is cancelled.
    template <typename Call, typename Value = std::invoke_result_t<Call, Engine &>>
    QFuture<Value> request(Call call)
    {
        auto promise = std::make_shared<QPromise<Value>>();
        promise->start();
        auto future = promise->future();
        post([promise, call = std::move(call)](Engine &engine) mutable {
            promise->addResult(call(engine));
            promise->finish();
        });
        return future;
    }

private:
    QThread m_thread;
    Engine *m_engine; // deleted in its thread, when that ends
};

} // namespace signalbox
