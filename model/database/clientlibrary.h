#pragma once

#include <libpq-fe.h>
#include <mysql.h>

/// The client libraries of the servers, loaded when the first such database is opened: a start that needs
/// none pays for none.
namespace model {

#define THROUGHLINE_LIBPQ(each)                                                                              \
    each(PQcancel) each(PQclear) each(PQcmdTuples) each(PQconnectdbParams) each(PQconsumeInput)              \
        each(PQerrorMessage) each(PQexecParams) each(PQfinish) each(PQfname) each(PQfreeCancel)              \
            each(PQftype) each(PQgetCancel) each(PQgetResult) each(PQgetisnull) each(PQgetlength)            \
                each(PQgetvalue) each(PQnfields) each(PQntuples) each(PQresultErrorMessage)                  \
                    each(PQresultStatus) each(PQsendQueryParams) each(PQsetSingleRowMode) each(PQstatus)

#define THROUGHLINE_LIBMARIADB(each)                                                                         \
    each(mariadb_field_attr) each(mysql_affected_rows) each(mysql_close) each(mysql_errno) each(mysql_error) \
        each(mysql_fetch_fields) each(mysql_fetch_lengths) each(mysql_fetch_row) each(mysql_free_result)     \
            each(mysql_init) each(mysql_num_fields) each(mysql_optionsv) each(mysql_ping)                    \
                each(mysql_real_connect) each(mysql_real_query) each(mysql_ssl_set) each(mysql_stmt_close)   \
                    each(mysql_stmt_error) each(mysql_stmt_field_count) each(mysql_stmt_init)                \
                        each(mysql_stmt_prepare) each(mysql_store_result) each(mysql_thread_id)              \
                            each(mysql_use_result)

#define THROUGHLINE_FUNCTION(name) decltype(&::name) name = nullptr;

struct Libpq
{
    THROUGHLINE_LIBPQ(THROUGHLINE_FUNCTION)
};

struct Libmariadb
{
    THROUGHLINE_LIBMARIADB(THROUGHLINE_FUNCTION)
};

#undef THROUGHLINE_FUNCTION

/// nullptr where the library is not installed.
const Libpq *libpq();
const Libmariadb *libmariadb();

}
