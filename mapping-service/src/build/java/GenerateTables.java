import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Target;

/**
 * Runs the migrations (first argument) on a PostgreSQL and writes classes of the tables (second).
 */
void main(String[] args) throws Exception {
    try (var postgres = EmbeddedPostgres.builder().start()) {
        Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .locations("filesystem:" + args[0])
                .load()
                .migrate();
        GenerationTool.generate(
                new Configuration()
                        .withJdbc(new Jdbc().withUrl(postgres.getJdbcUrl("postgres", "postgres")))
                        .withGenerator(
                                new Generator()
                                        .withDatabase(database())
                                        .withGenerate(
                                                new Generate()
                                                        .withRoutines(false)
                                                        .withNullableAnnotation(true)
                                                        .withNullableAnnotationType(
                                                                "org.jspecify.annotations.Nullable"))
                                        .withTarget(
                                                new Target()
                                                        .withPackageName(
                                                                "org.teamsavailability.mapping.database")
                                                        .withDirectory(args[1]))));
    }
}

Database database() {
    return new Database()
            .withName("org.jooq.meta.postgres.PostgresDatabase")
            .withInputSchema("public")
            .withOutputSchemaToDefault(true)
            .withExcludes("flyway_.*")
            .withForcedTypes(
                    List.of(
                            new ForcedType()
                                    .withName("INSTANT")
                                    .withIncludeTypes("timestamptz|timestamp.*with time zone")));
}
