#include <microhttpd.h>

/* Calls that Swift cannot make itself, since their arguments vary in number. */

struct http_callbacks {
  MHD_AccessHandlerCallback handle;
  void *(*begin)(void *server, const char *target, struct MHD_Connection *connection);
  MHD_RequestCompletedCallback complete;
  MHD_NotifyConnectionCallback notify;
};

/* Serves on a socket that listens already; each of the threads waits by epoll. */
static inline struct MHD_Daemon *http_start(
  int listening, unsigned threads, unsigned connections, unsigned timeout_seconds,
  size_t request_bytes, const struct http_callbacks *callbacks, void *server
) {
  return MHD_start_daemon(
    MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME, 0, NULL, NULL, callbacks->handle,
    server, MHD_OPTION_LISTEN_SOCKET, listening, MHD_OPTION_THREAD_POOL_SIZE, threads,
    MHD_OPTION_CONNECTION_LIMIT, connections, MHD_OPTION_CONNECTION_TIMEOUT, timeout_seconds,
    MHD_OPTION_CONNECTION_MEMORY_LIMIT, request_bytes, MHD_OPTION_STRICT_FOR_CLIENT, 1,
    MHD_OPTION_URI_LOG_CALLBACK, callbacks->begin, server, MHD_OPTION_NOTIFY_COMPLETED,
    callbacks->complete, server, MHD_OPTION_NOTIFY_CONNECTION, callbacks->notify, server,
    MHD_OPTION_END);
}

/* How many bytes a request's head has, from its method to the empty line behind its fields. */
static inline size_t http_head_size(struct MHD_Connection *connection) {
  return MHD_get_connection_info(connection, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE)->header_size;
}

static inline int http_socket(struct MHD_Connection *connection) {
  return MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd;
}
