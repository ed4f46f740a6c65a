"""Why the database cannot be used; each is a StorageFailed."""

from assistant.errors import StorageFailed


class DriverMissing(StorageFailed):
    """The address names a database whose driver is not installed."""

    ja = (
        "このデータベースを使うための部品がありません。"
        "pip install 'sanpuku-assistant[postgresql]' で追加してください。"
    )
    en = (
        "The driver for this database is missing. "
        "Add it with pip install 'sanpuku-assistant[postgresql]'."
    )


class AddressInvalid(StorageFailed):
    """The database's address cannot be read."""

    ja = (
        "データベースの指定（SANPUKU_DATABASE_URL）を読み取れません。"
        "例：postgresql://利用者:パスワード@ホスト/データベース名"
    )
    en = (
        "The database address (SANPUKU_DATABASE_URL) cannot be read. "
        "Example: postgresql://user:password@host/name"
    )


class DatabaseNewer(StorageFailed):
    """A newer version of the program has already changed the database."""

    ja = "このデータベースは、より新しい版のプログラムで更新されています。プログラムを更新してください。"
    en = "A newer version of the program has updated this database. Please update the program."
