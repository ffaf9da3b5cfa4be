using Conformance.Contracts.Consumer;

namespace Conformance.Contracts.Tests.Consumer;

/// <summary>What a client makes of an error.</summary>
internal static class Refusals
{
    public static async Task<ErrorShape?> Of(Task call, int status)
    {
        var refused = await Assert.ThrowsAsync<ApiException>(() => call);
        Assert.Equal(status, refused.Status);
        return refused.Error;
    }

    public static async Task WithMessage(Task call, int status)
    {
        var error = await Of(call, status);
        Assert.False(string.IsNullOrEmpty(error?.Message));
    }
}
