package org.oncall.rota.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** The real server, stopped and started again. */
@Timeout(120)
class VanishedDatabaseTest {
    @TempDir
    private Path folder;

    @Test
    void store_whileTheServerIsStopped_isUnavailable_andHasEverythingWhenItIsBack() throws IOException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUser("postgres");
        source.setDatabaseName("postgres");
        Store store = new Store(source);
        int port;
        try (EmbeddedPostgres server = server(0)) {
            port = server.getPort();
            source.setPortNumbers(new int[] {port});
            Databases.migrate(source, null);
            store.run(tx -> tx.teams().add(Teams.first("red", "{}", Instant.EPOCH)));
            assertThat(store.isThere()).isTrue();
        }

        assertThat(store.isThere()).isFalse();
        assertThatThrownBy(() -> store.run(tx -> tx.teams().all())).isInstanceOf(StoreUnavailable.class);

        try (EmbeddedPostgres again = server(port)) {
            assertThat(again.getPort()).isEqualTo(port);
            assertThat(store.<Integer>transact(tx -> tx.teams().all().size())).isEqualTo(1);
        }
    }

    private EmbeddedPostgres server(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }
}
