package org.oncall.rota.rest;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The methods a path offers, which an answer of 405 must name and the framework does not. */
final class Methods {
    /** Every resource class; a test follows the API description to see that none is missing. */
    private static final List<Class<?>> RESOURCES = List.of(
            RotaResource.class,
            AuditResource.class,
            AssessmentResource.class,
            ExportResource.class,
            CalendarResource.class,
            ExampleResource.class,
            TeamResource.class,
            LeaveResource.class,
            RepairResource.class,
            SwapResource.class,
            MemberResource.class,
            PayResource.class,
            ToilResource.class,
            FeedResource.class,
            FileResource.class,
            PushResource.class,
            SubscriptionResource.class);

    private Methods() {}

    /** The methods at a path, sorted. */
    static Set<String> at(String path) {
        Set<String> methods = new TreeSet<>();
        for (Class<?> resource : RESOURCES) {
            for (Method method : resource.getDeclaredMethods()) {
                if (path.matches(
                        pattern(resource.getAnnotation(Path.class)) + pattern(method.getAnnotation(Path.class)))) {
                    for (Annotation annotation : method.getAnnotations()) {
                        HttpMethod offered = annotation.annotationType().getAnnotation(HttpMethod.class);
                        if (offered != null) {
                            methods.add(offered.value());
                        }
                    }
                }
            }
        }
        return methods;
    }

    private static String pattern(@Nullable Path path) {
        return path == null ? "/?" : "/" + path.value().replaceAll("^/|/$", "").replaceAll("\\{[^}]*}", "[^/]+");
    }
}
