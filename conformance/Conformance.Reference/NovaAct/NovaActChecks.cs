using Conformance.Reference.Http;

namespace Conformance.Reference.NovaAct;

/// <summary>What Nova Act demands of its texts.</summary>
internal static class NovaActChecks
{
    /// <summary>D0:19, D0:21.</summary>
    public static readonly Check<string> Name = Limited(1, 40, Patterns.IsName, "[a-zA-Z0-9_-]{1,40}");

    /// <summary>D0:43, D0:45.</summary>
    public static readonly Check<string> ClientToken = Limited(
        33,
        256,
        Patterns.IsClientToken,
        "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,256}"
    );

    /// <summary>D0:55, D0:57.</summary>
    public static readonly Check<string> LogGroupName = Limited(1, 512, Patterns.IsLogGroupName, "[a-zA-Z0-9_/.-]+");

    /// <summary>Companion.</summary>
    public static readonly Check<string> BucketName = Limited(
        3,
        63,
        Patterns.IsBucketName,
        "[a-z0-9][a-z0-9.-]*[a-z0-9]"
    );

    /// <summary>Companion.</summary>
    public static readonly Check<string> KeyPrefix = Limited(
        1,
        100,
        Patterns.IsKeyPrefix,
        "[a-zA-Z0-9!\\-_.*'()]+(?:/[a-zA-Z0-9!\\-_.*'()]+)*"
    );

    /// <summary>D0:95.</summary>
    public static readonly Check<string> RunId = Checks.Whole(
        Patterns.IsRunId,
        "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
    );

    private static Check<string> Limited(int shortest, int longest, Func<string, bool> belongs, string pattern) =>
        Checks.Both(Checks.Length(shortest, longest), Checks.Whole(belongs, pattern));
}
